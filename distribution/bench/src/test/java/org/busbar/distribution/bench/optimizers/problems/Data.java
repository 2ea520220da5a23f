package org.busbar.distribution.bench.optimizers.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The data of the comparison, read once. */
public final class Data {

    private static final ProblemSet PROBLEMS = read();

    private Data() {}

    public static Path folder() {
        return Path.of(System.getProperty("basedir", "")).resolve("optimizers/data");
    }

    public static ProblemSet problems() {
        return PROBLEMS;
    }

    private static ProblemSet read() {
        try {
            return new ProblemSet(folder().resolve("pools"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
