package org.busbar.analyses.impedancefiles;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who made a file. All makes but {@link #CSV} give Hz and Ohm where their headings have no unit. */
enum SpectrumFormat {
    BIOLOGIC("(EC|BT)-Lab ASCII FILE.*|.*\\bfreq/Hz\t.*"),
    GAMRY("EXPLAIN|ZCURVE\\s.*"),
    AUTOLAB("\"?Z60W Data File.*"),
    ZPLOT("\"?(ZPLOT2 ASCII|ZPlotW Data File).*"),
    CHINSTRUMENTS("A\\.C\\. Impedance|Instrument Model:\\s*CHI.*"),
    PARSTAT(".*\\bZre \\(ohms\\)\tZim \\(ohms\\).*"),
    POWERSUITE("Frequency\\s+Zre\\s+Zimg"),
    VERSASTUDIO("<Application>|Definition=Segment #.*"),
    /** Any table with headings, or three columns without. */
    CSV("(?!)");

    static final String AUTO = "auto";

    private final Pattern sign;

    /** @param sign what one of the lines up to the table matches */
    SpectrumFormat(String sign) {
        this.sign = Pattern.compile(sign);
    }

    static String[] choices() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(values()).map(SpectrumFormat::word))
                .toArray(String[]::new);
    }

    /** The make that such a line gives away; null for most lines. */
    static @Nullable SpectrumFormat shownBy(String line) {
        String bare = line.strip();
        return Arrays.stream(values())
                .filter(format -> format.sign.matcher(bare).matches())
                .findFirst()
                .orElse(null);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
