package org.busbar.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.lab.Procedure;
import org.busbar.check.Catalogue;
import org.busbar.check.SequenceCheck;
import org.busbar.json.yaml.YamlTree;
import tools.jackson.databind.JsonNode;

/**
 * A sequence as a file has it, whose calls of other sequences are not linked yet. The reference of the keys is
 * {@code docs/sequences.md} in the distribution.
 */
final class SequenceFile {

    private static final List<String> KEYS = List.of(
            "name",
            "version",
            "determines",
            "by",
            "price",
            "at_once",
            "inputs",
            "devices",
            "recovery",
            "interlocks",
            "suspenders",
            "steps",
            "cleanup",
            "outputs");

    /**
     * A sequence after linking.
     *
     * @param procedure empty if anything is wrong
     * @param faults everything that is, each with its line
     */
    record Linked(Optional<Procedure> procedure, List<String> faults, Lines lines) {

        /** The same, refused because another file has a sequence of that name. */
        Linked alsoIn(String name, String other) {
            List<String> more = new ArrayList<>(faults);
            more.add(0, "the sequence " + name + " is in " + other + " already");
            return new Linked(Optional.empty(), more, lines);
        }
    }

    private final YamlTree tree;

    private SequenceFile(YamlTree tree) {
        this.tree = tree;
    }

    /** @throws IllegalArgumentException if the file is malformed; the message names line and column */
    static SequenceFile read(Path file) {
        return new SequenceFile(YamlTree.read(file));
    }

    /** Its name; empty if it has none. */
    String name() {
        return tree.at("/name").asString("");
    }

    /** The names of the sequences it calls, in order. */
    Set<String> callees() {
        Set<String> names = new LinkedHashSet<>();
        callees(tree.at("/steps"), names);
        callees(tree.at("/cleanup"), names);
        return names;
    }

    private static void callees(JsonNode node, Set<String> names) {
        if (node.path("sequence").isString()) {
            names.add(node.path("sequence").stringValue());
        }
        for (String key : List.of("parallel", "steps", "then", "else")) {
            node.path(key).forEach(inner -> callees(inner, names));
        }
        if (node.isArray()) {
            node.forEach(inner -> callees(inner, names));
        }
    }

    /**
     * Reads all of it.
     *
     * @param sequences gives the sequence of a name; throws an {@link IllegalArgumentException} if it cannot be called
     */
    Linked link(Function<String, Sequence> sequences) {
        Problems problems = new Problems(tree);
        Lines lines = new Lines(tree);
        Entry root = new Entry(tree, "", problems);
        if (!root.only(KEYS)) {
            return new Linked(Optional.empty(), problems.texts(), lines);
        }
        required(root);
        Sequence sequence = sequence(root, sequences, lines);
        FindingFilter filter = new FindingFilter(tree, lines, problems);
        SequenceCheck.of(sequence, Catalogue.EMPTY).stream()
                .filter(filter::isNew)
                .toList()
                .forEach(finding -> problems.said(lines.pointer(finding), finding.toString()));
        Procedure procedure = new Procedure(
                sequence,
                root.at("determines").text(""),
                root.at("by").text(""),
                PriceEntry.read(root.at("price")),
                root.at("at_once").read(PriceEntry::atOnce).orElse(0));
        return new Linked(
                problems.texts().isEmpty() ? Optional.of(procedure) : Optional.empty(), problems.texts(), lines);
    }

    private static void required(Entry root) {
        if (!root.has("name") || !root.has("steps")) {
            root.wrong("a sequence needs a name and at least one step");
        }
        if (root.has("determines") != root.has("by")) {
            root.at(root.has("by") ? "by" : "determines")
                    .wrong("'determines' and 'by' (quantity and method) go together");
        }
        for (String key : List.of("price", "at_once")) {
            if (root.has(key) && !root.has("determines")) {
                root.at(key).wrong("'" + key + "' is of use for a sequence that says what it 'determines'");
            }
        }
    }

    private static Sequence sequence(Entry root, Function<String, Sequence> sequences, Lines lines) {
        List<Parameter> inputs = inputs(root.at("inputs"));
        Recovery standard =
                StepReader.read(root.at("recovery"), Phrases::recovery).orElse(Recovery.FAIL);
        StepReader reader = new StepReader(standard, sequences, lines);
        return new Sequence(
                root.at("name").text(""),
                root.at("version").text("1"),
                inputs,
                roles(root.at("devices")),
                reader.steps(root.at("steps")),
                reader.steps(root.at("cleanup")),
                StepReader.inputs(root.at("outputs")),
                conditions(root.at("interlocks")),
                suspenders(root.at("suspenders")));
    }

    /** For one that cannot be read stands a text: that it is no number is told by nobody, see {@link FindingFilter}. */
    private static List<Parameter> inputs(Entry map) {
        List<Parameter> inputs = new ArrayList<>();
        map.map()
                .forEach((name, entry) ->
                        inputs.add(StepReader.parameter(name, entry).orElseGet(() -> Parameter.note(name))));
        return inputs;
    }

    private static List<Role> roles(Entry map) {
        List<Role> roles = new ArrayList<>();
        map.map().forEach((name, entry) -> {
            entry.only(List.of("can", "needs"));
            roles.add(new Role(
                    name,
                    entry.at("can").words(),
                    SuggestEntry.values(entry.at("needs")).byName()));
        });
        return roles;
    }

    private static List<Condition> conditions(Entry list) {
        return list.list().stream()
                .flatMap(entry -> StepReader.condition(entry).stream())
                .toList();
    }

    private static List<Suspender> suspenders(Entry list) {
        List<Suspender> suspenders = new ArrayList<>();
        for (Entry entry : list.list()) {
            if (entry.only(List.of("while", "settle"))) {
                if (!entry.has("while")) {
                    entry.wrong("a suspender needs 'while', a condition");
                }
                StepReader.condition(entry.at("while"))
                        .map(condition -> new Suspender(
                                condition,
                                StepReader.read(entry.at("settle"), Phrases::timeOrNone)
                                        .orElse(Duration.ZERO)))
                        .ifPresent(suspenders::add);
            }
        }
        return suspenders;
    }
}
