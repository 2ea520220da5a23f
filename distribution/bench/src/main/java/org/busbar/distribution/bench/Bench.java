package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures what is asked for and prints one table. */
public final class Bench {

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("sizes", new Sizes());
        PARTS.put("start", new ColdStart());
        PARTS.put("drop", new HotDrop());
        PARTS.put("journal", new JournalRate());
        PARTS.put("reopen", new Reopening());
        PARTS.put("micro", new Micro());
        PARTS.put("main", new MainJob());
    }

    private Bench() {}

    /** Takes the source checkout, then the names of the parts; none means all. Exit code 1: something was not measured. */
    public static void main(String... words) throws IOException {
        List<String> wanted = List.of(words).subList(1, words.length);
        if (!PARTS.keySet().containsAll(wanted)) {
            System.err.println("There are the parts " + PARTS.keySet() + ", not all of " + wanted);
            System.exit(2);
        }
        Path root = Path.of(words[0]).toAbsolutePath().normalize();
        List<Row> rows = measure(Workplace.in(root), wanted.isEmpty() ? PARTS.keySet() : Set.copyOf(wanted));
        System.exit(rows.stream().anyMatch(Row::isFailed) ? 1 : 0);
    }

    private static List<Row> measure(Workplace place, Set<String> wanted) throws IOException {
        String facts = Machine.facts(place.work());
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (wanted.contains(part.getKey())) {
                say("== " + part.getKey());
                rows.addAll(measure(part.getKey(), part.getValue(), place));
            }
        }
        String report = facts + "\n" + Row.table(rows) + "\n" + Machine.load("after") + "\n";
        Files.writeString(place.work().resolveSibling("bench.md"), report);
        System.out.println("\n" + report);
        return rows;
    }

    private static List<Row> measure(String name, Part part, Workplace place) {
        try {
            return part.measure(place);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Row.failed(name, e));
        }
    }

    /** Says on the console how far it is. */
    static void say(String line) {
        System.out.println(line);
    }
}
