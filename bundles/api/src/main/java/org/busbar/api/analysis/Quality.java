package org.busbar.api.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Values;

/**
 * How far a result may be trusted: a level, and the flags with the number behind each. Given as the output
 * {@link #OUTPUT}. What is {@link Level#REJECTED} is not shown to an optimizer unless that is asked for.
 *
 * @param flags each a word of small letters and underscores, or such a word, a colon, a blank and what was found, as in
 *     {@code not_identifiable: L = 1.2 +- 0.9 uH}; without semicolons
 */
public record Quality(Level level, List<String> flags) {

    /** The output of an analysis, or of whoever hands it on, that says how far the others may be trusted. */
    public static final Parameter.Note OUTPUT = Parameter.note("quality");

    /** What may be done with a result: anything; anything, with care; nothing. */
    public enum Level {
        OK,
        SUSPICIOUS,
        REJECTED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Quality {
        flags = List.copyOf(flags);
        for (String flag : flags) {
            if (flag.contains(";") || flag.isBlank()) {
                throw new IllegalArgumentException("'" + flag + "' is no flag: flags have text, and no semicolons");
            }
        }
    }

    /** Nothing to be said. */
    public static Quality ok() {
        return new Quality(Level.OK, List.of());
    }

    /** This quality and a flag, which lowers the level to {@code atBest} where that is worse. */
    public Quality flag(Level atBest, String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new Quality(worse(level, atBest), more);
    }

    /** The worse of both levels, and the flags of both. */
    public Quality and(Quality other) {
        return new Quality(
                worse(level, other.level),
                Stream.concat(flags.stream(), other.flags.stream()).toList());
    }

    /** Whether a flag with that word is there. */
    public boolean has(String word) {
        return flags.stream().anyMatch(flag -> flag.equals(word) || flag.startsWith(word + ":"));
    }

    /** As in {@code suspicious; model_rejected: 3 runs of z_real, 20.5 expected}; {@link #parse} reads it. */
    public Text text() {
        return new Text(String.join(
                "; ", Stream.concat(Stream.of(level.word()), flags.stream()).toList()));
    }

    /** What {@link #text} gave; empty for any other text, such as the remark of a person. */
    public static Optional<Quality> parse(Text text) {
        String[] parts = text.text().split("; ", -1);
        List<String> flags = List.of(parts).subList(1, parts.length);
        return Arrays.stream(Level.values())
                .filter(level -> level.word().equals(parts[0]))
                .filter(level -> flags.stream().noneMatch(flag -> flag.isBlank() || flag.contains(";")))
                .findFirst()
                .map(level -> new Quality(level, flags));
    }

    /** What the output {@link #OUTPUT} among {@code outputs} says; empty if it is not there or is another text. */
    public static Optional<Quality> of(Values outputs) {
        return outputs.byName().get(OUTPUT.name()) instanceof Text text ? parse(text) : Optional.empty();
    }

    private static Level worse(Level one, Level other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
