package org.busbar.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A parameter of the query of a route. */
record Query(String name, Kind kind, String says) {

    /** The largest whole number that every client can write. */
    static final long LARGEST = 999_999_999_999_999L;

    /** What it may be. */
    sealed interface Kind {}

    /** A whole number, both limits included. */
    record Whole(long min, long max, OptionalLong otherwise) implements Kind {}

    /** One of these words, in capital or small letters. */
    record Choice(List<String> words) implements Kind {
        Choice {
            words = List.copyOf(words);
        }
    }

    /** Any of these words, with commas between them. */
    record Choices(List<String> words) implements Kind {
        Choices {
            words = List.copyOf(words);
        }
    }

    /** {@code true} or {@code false}; false if it is not given. */
    record Flag() implements Kind {}

    /** Any text. */
    record Words() implements Kind {}

    static Kind whole(long min, long max, long otherwise) {
        return new Whole(min, max, OptionalLong.of(otherwise));
    }

    static Kind whole(long min, long max) {
        return new Whole(min, max, OptionalLong.empty());
    }

    static <E extends Enum<E>> Kind choice(Class<E> type) {
        return new Choice(Arrays.stream(type.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList());
    }

    static Kind flag() {
        return new Flag();
    }

    static Kind words() {
        return new Words();
    }
}
