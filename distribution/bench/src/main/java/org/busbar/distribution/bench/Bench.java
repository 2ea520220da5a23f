package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what is asked for and prints one table. */
public final class Bench {

    private static final int SWAPS = 1000;

    private Bench() {}

    /**
     * Takes the source checkout, then the names of the parts, and perhaps {@code --swaps n}; no part means all. Exit
     * code 1: something was not measured.
     */
    public static void main(String... words) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(words).subList(1, words.length));
        Map<String, Part> parts = parts(swaps(wanted));
        if (!parts.keySet().containsAll(wanted)) {
            System.err.println("There are the parts " + parts.keySet() + ", not all of " + wanted);
            System.exit(2);
        }
        Path root = Path.of(words[0]).toAbsolutePath().normalize();
        if (!wanted.isEmpty()) {
            parts.keySet().retainAll(wanted);
        }
        List<Row> rows = measure(Workplace.in(root), parts);
        System.exit(rows.stream().anyMatch(Row::isFailed) ? 1 : 0);
    }

    private static Map<String, Part> parts(int swaps) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("sizes", new Sizes());
        parts.put("start", new ColdStart());
        parts.put("drop", new HotDrop());
        parts.put("journal", new JournalRate());
        parts.put("reopen", new Reopening());
        parts.put("actions", new Actions());
        parts.put("parallel", new Parallel());
        parts.put("safety", new Safety());
        parts.put("long", new LongRun());
        parts.put("swaps", new Swaps(swaps));
        parts.put("broker", new Broking());
        parts.put("links", new Exchanges());
        parts.put("devices", new ManyDevices());
        parts.put("analyses", new Analyses());
        parts.put("micro", new Micro());
        parts.put("main", new MainJob());
        return parts;
    }

    /** Takes the option out of the words. */
    private static int swaps(List<String> words) {
        int option = words.indexOf("--swaps");
        if (option < 0) {
            return SWAPS;
        }
        if (option + 1 == words.size() || !words.get(option + 1).matches("[1-9][0-9]{0,5}")) {
            System.err.println("--swaps is followed by a number from 1 to 999999");
            System.exit(2);
        }
        int swaps = Integer.parseInt(words.remove(option + 1));
        words.remove(option);
        return swaps;
    }

    private static List<Row> measure(Workplace place, Map<String, Part> parts) throws IOException {
        String facts = Machine.facts(place.work());
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            say("== " + part.getKey());
            rows.addAll(measure(part.getKey(), part.getValue(), place));
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
