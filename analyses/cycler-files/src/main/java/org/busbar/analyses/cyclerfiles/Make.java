package org.busbar.analyses.cyclerfiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busbar.analyses.files.CyclerColumn;
import org.busbar.analyses.files.Heading;

/** Who made a file, and what is known about such files without being in them. */
enum Make {
    /** Battery Data Format, also with the names before its version 1.3. */
    BDF(true, false, "(?i)^test[ _]time( / |_)(s|ms|second|millisecond)$"),
    BIOLOGIC(true, false, "(?i)^(EC|BT)-Lab ASCII FILE.*|^<?E(we|cell)>?/V$"),
    BASYTEC(true, true, "(?i)^~?Resultfile from Basytec.*"),
    NOVONIX(true, true, "(?i)^Novonix.*"),
    MACCOR(false, true, "(?i)^(Today's Date|Tester\\s+Maccor).*|^Rec#?$"),
    PEC(true, true, "(?i)^TestRegime Name.*|^Load On Time.*"),
    ARBIN(true, true, "(?i)^\ufeff?Data[ _]Point$"),
    /** Any other table with headings; the sign of its current is not known. */
    GENERIC(false, false, "(?!)");

    private final boolean chargeIsPositive;
    private final boolean basicUnits;
    private final Pattern sign;

    /**
     * @param chargeIsPositive whether the sign of its current is known
     * @param basicUnits whether headings without a unit mean V, A, A.h, Cel
     * @param sign what one line before the table, or one heading, matches
     */
    Make(boolean chargeIsPositive, boolean basicUnits, String sign) {
        this.chargeIsPositive = chargeIsPositive;
        this.basicUnits = basicUnits;
        this.sign = Pattern.compile(sign);
    }

    static String[] choices() {
        return Stream.concat(Stream.of(CyclerFile.AUTO), Arrays.stream(values()).map(Make::word))
                .toArray(String[]::new);
    }

    /** The make of that name, or the first that the text looks like. */
    static Make of(String word, List<String> preamble, List<Heading> headings) {
        return Arrays.stream(values())
                .filter(make -> word.equals(CyclerFile.AUTO)
                        ? make.signs(preamble.stream())
                                || make.signs(headings.stream().map(Heading::raw))
                        : make.word().equals(word))
                .findFirst()
                .orElse(GENERIC);
    }

    private boolean signs(Stream<String> texts) {
        return texts.anyMatch(text -> sign.matcher(text.strip()).matches());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a positive current of this make is a charge. */
    boolean chargeIsPositive() {
        return chargeIsPositive;
    }

    /** The unit that a heading without one means; of Maccor's test time it may be s or min. */
    Optional<String> unit(CyclerColumn column) {
        boolean known = basicUnits && !(this == MACCOR && column == CyclerColumn.TEST_TIME);
        return known ? Optional.of(column.output().unit().ucum()) : Optional.empty();
    }

    /** Whether a column of that name is not what it is called: BDF numbers the records in its step index. */
    boolean misnames(String name) {
        return this == BDF && name.equals("stepindex");
    }
}
