package org.busbar.distribution.bench.studies;

import java.nio.file.Path;

/** The copies of the data that the studies read. */
public final class Data {

    private Data() {}

    public static Path folder() {
        return Path.of(System.getProperty("basedir", "")).resolve("studies/data");
    }
}
