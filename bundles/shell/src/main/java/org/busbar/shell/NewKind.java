package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be begun with {@code busbar new}. */
enum NewKind {
    DRIVER("src/main/java/__className__Simulator.java"),
    ANALYSIS,
    OPTIMIZER,
    MAPPING;

    private static final List<String> ALL =
            List.of("pom.xml", "README.md", "src/main/java/__className__.java", "src/test/java/__className__Test.java");

    private final List<String> more;

    NewKind(String... more) {
        this.more = List.of(more);
    }

    /** The paths of its templates, below the folder of the kind. */
    List<String> templates() {
        List<String> all = new ArrayList<>(ALL);
        all.addAll(more);
        return all;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
