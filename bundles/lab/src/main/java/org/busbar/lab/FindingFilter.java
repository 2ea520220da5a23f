package org.busbar.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.experiment.Finding;
import org.busbar.json.yaml.YamlTree;

/** Leaves out what was found in a sequence only because a part of its file could not be read. */
final class FindingFilter {

    private final Lines lines;
    private final Set<String> brokenSteps = new HashSet<>(); // pointers
    private final List<String> broken = new ArrayList<>(); // pointers to what is no step
    private final List<String> unreadInputs = new ArrayList<>();
    private final boolean isRootBroken;

    FindingFilter(YamlTree tree, Lines lines, Problems problems) {
        this.lines = lines;
        this.isRootBroken = problems.within("/name")
                || !tree.at("").has("name")
                || !tree.at("").has("steps");
        problems.pointers().forEach(pointer -> brokenSteps.add(owner(pointer)));
        new Entry(tree, "/inputs", new Problems(tree)).map().forEach((name, entry) -> note(name, entry, problems));
        tree.at("").propertyNames().stream()
                .map(key -> "/" + key)
                .filter(part -> !part.equals("/steps") && !part.equals("/cleanup") && !part.equals("/inputs"))
                .filter(problems::within)
                .forEach(broken::add);
    }

    /** The innermost step that holds a part; empty if none does. */
    private String owner(String pointer) {
        return lines.steps().stream()
                .filter(step -> isWithin(pointer, step))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static boolean isWithin(String pointer, String part) {
        return (pointer + "/").startsWith(part + "/");
    }

    private void note(String name, Entry entry, Problems problems) {
        if (problems.within(entry.pointer())) {
            unreadInputs.add(name);
        }
    }

    /** Whether it is a fault of its own. */
    boolean isNew(Finding finding) {
        String pointer = lines.pointer(finding);
        String step = owner(pointer);
        boolean isWithin = (!step.isEmpty() && brokenSteps.contains(step))
                || broken.stream().anyMatch(part -> isWithin(pointer, part));
        boolean isOfRoot = pointer.isEmpty() || pointer.equals("/steps");
        return !isWithin
                && !(isRootBroken && isOfRoot)
                && unreadInputs.stream().noneMatch(input -> mentions(finding.message(), input));
    }

    private static boolean mentions(String message, String input) {
        return message.contains("${" + input + "}") || message.contains("has no input " + input + ",");
    }
}
