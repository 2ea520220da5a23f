package org.busbar.distribution.bench.optimizers;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;

/**
 * What a comparison is started with.
 *
 * @param engines names, with settings if wanted
 * @param problems names, with suffixes if wanted
 * @param speed times fixed situations instead of running
 */
record Options(
        List<String> engines,
        List<String> problems,
        List<Long> seeds,
        Path out,
        Path peers,
        int threads,
        boolean speed) {

    private static final int LAST_SEED = 49;

    /**
     * Reads the words of a command line.
     *
     * @param data the folder with the recorded peers
     * @param out where the results go if no word says so
     * @throws IllegalArgumentException if a word is unknown or its value is missing or wrong
     */
    static Options read(List<String> words, Path data, Path out) {
        Options options = new Options(
                List.of("bayes", "forest", "random"),
                ProblemSet.PROTOCOL,
                seeds("0-19"),
                out,
                data.resolve("peers"),
                1,
                false);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.equals("--speed") && !rest.hasNext()) {
                throw new IllegalArgumentException(word + " stands alone; " + usage());
            }
            options = options.with(word, word.equals("--speed") ? "" : rest.next());
        }
        return options;
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--engines" -> new Options(list(value), problems, seeds, out, peers, threads, speed);
            case "--problems" -> new Options(engines, list(value), seeds, out, peers, threads, speed);
            case "--seeds" -> new Options(engines, problems, seeds(value), out, peers, threads, speed);
            case "--out" -> new Options(engines, problems, seeds, Path.of(value), peers, threads, speed);
            case "--peers" -> new Options(engines, problems, seeds, out, Path.of(value), threads, speed);
            case "--threads" -> new Options(engines, problems, seeds, out, peers, threads(value), speed);
            case "--speed" -> new Options(engines, problems, seeds, out, peers, threads, true);
            default -> throw new IllegalArgumentException("There is no option " + word + "; " + usage());
        };
    }

    static String usage() {
        return "usage: optimizers [--engines a,b] [--problems a,b] [--seeds 0-19] [--out DIR] [--peers DIR]"
                + " [--threads 1] [--speed]";
    }

    private static List<String> list(String value) {
        return List.of(value.split(","));
    }

    private static List<Long> seeds(String value) {
        if (!value.matches("\\d{1,2}(-\\d{1,2})?")) {
            throw new IllegalArgumentException("--seeds " + value + " is not a number or a range such as 0-19");
        }
        String[] ends = value.split("-");
        long first = Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        if (first > last || last > LAST_SEED) {
            throw new IllegalArgumentException("--seeds " + value + " is not within 0-" + LAST_SEED
                    + ", the seeds that there are first points for");
        }
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static int threads(String value) {
        if (!value.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("--threads " + value + " is not a number from 1 to 99");
        }
        return Integer.parseInt(value);
    }
}
