package org.busbar.distribution.bench.studies;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Which study is wanted, and how.
 *
 * @param study its name
 * @param seeds empty for those that the study takes by itself
 * @param out where results go; empty for the usual place
 */
record Order(String study, List<Long> seeds, Optional<Path> out) {

    static final String USAGE = "usage: studies <name> [--repetitions 1-9999] [--seeds 0-19] [--out DIR]";

    /**
     * Reads the words of a command line.
     *
     * @throws IllegalArgumentException if no study is named, or a word is unknown or its value missing or wrong
     */
    static Order read(List<String> words) {
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            throw new IllegalArgumentException("No study is named; " + USAGE);
        }
        Order order = new Order(words.get(0), List.of(), Optional.empty());
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(word + " stands alone; " + USAGE);
            }
            order = order.with(word, rest.next());
        }
        return order;
    }

    private Order with(String word, String value) {
        return switch (word) {
            case "--repetitions" -> new Order(study, repetitions(value), out);
            case "--seeds" -> new Order(study, seeds(value), out);
            case "--out" -> new Order(study, seeds, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("There is no option " + word + "; " + USAGE);
        };
    }

    private static List<Long> repetitions(String value) {
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--repetitions " + value + " is not a number from 1 to 9999");
        }
        return first(Integer.parseInt(value));
    }

    /** So many seeds, from 0 on. */
    static List<Long> first(int count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private static List<Long> seeds(String value) {
        if (!value.matches("\\d{1,6}(-\\d{1,6})?")) {
            throw new IllegalArgumentException("--seeds " + value + " is not a number or a range such as 0-19");
        }
        String[] ends = value.split("-");
        long first = Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        if (first > last) {
            throw new IllegalArgumentException("--seeds " + value + " ends before it begins");
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
