package org.busbar.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.busbar.json.yaml.YamlTree;

/** Everything that is wrong with a document, each with its place. */
final class Problems {

    private record Problem(String pointer, int line, String text) {}

    private final YamlTree tree;
    private final List<Problem> all = new ArrayList<>();

    Problems(YamlTree tree) {
        this.tree = tree;
    }

    /** Something is wrong with what a part holds. */
    void value(String pointer, String message) {
        add(pointer, tree.place(pointer), message);
    }

    /** Something is wrong with the key of a part. */
    void key(String pointer, String message) {
        add(pointer, tree.key(pointer), message);
    }

    /** Something is wrong with a part, which stands there. */
    void add(String pointer, YamlTree.Place place, String message) {
        String path = path(pointer);
        String text = place + ": " + (path.isEmpty() ? "" : path + ": ") + message.replaceAll("\\s*\\R\\s*", " ");
        all.add(new Problem(pointer, place.line(), text));
    }

    /** Something is wrong that is said in full already. */
    void said(String pointer, String text) {
        YamlTree.Place place = tree.key(pointer);
        all.add(new Problem(pointer, place.line(), "line " + place.line() + ": " + text));
    }

    /** A part as people write it, such as {@code steps[0].with.volume}. */
    private static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String part : pointer.split("/")) {
            if (part.matches("[0-9]+")) {
                path.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".")
                        .append(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path.toString();
    }

    /** The parts that something is wrong with. */
    List<String> pointers() {
        return all.stream().map(Problem::pointer).toList();
    }

    /** Whether anything is wrong with a part or within it. */
    boolean within(String pointer) {
        return all.stream()
                .anyMatch(one -> one.pointer().equals(pointer) || one.pointer().startsWith(pointer + "/"));
    }

    /** All of them in the order of the file; empty if nothing is wrong. */
    List<String> texts() {
        return all.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::text)
                .toList();
    }
}
