package org.busbar.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Terms;

/**
 * Reads the steps of a file. One that cannot be read is noted, and an analysis of its id that nobody knows stands for
 * it, so that the others can still be checked.
 */
final class StepReader {

    /** What tells the kinds of steps apart, and the other keys of each. */
    private static final Map<String, List<String>> KINDS = kinds();

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Input NO_TIME = Phrases.ZERO;

    private final Recovery standard;
    private final Function<String, Sequence> sequences;
    private final Lines lines;

    /**
     * @param standard the recovery of steps that name none
     * @param sequences gives the sequence of a name; throws an {@link IllegalArgumentException} if there is none
     * @param lines is told of every step
     */
    StepReader(Recovery standard, Function<String, Sequence> sequences, Lines lines) {
        this.standard = standard;
        this.sequences = sequences;
        this.lines = lines;
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("action", List.of("id", "action", "device", "with", "timeout", "recovery", "positions"));
        kinds.put("analysis", List.of("id", "analysis", "with", "timeout", "recovery", "positions"));
        kinds.put("sequence", List.of("id", "sequence", "with"));
        kinds.put("parallel", List.of("id", "parallel"));
        kinds.put("repeat", List.of("id", "repeat", "until", "steps"));
        kinds.put("if", List.of("id", "if", "then", "else"));
        kinds.put("wait", List.of("id", "wait"));
        kinds.put("ask", List.of("id", "ask", "form"));
        kinds.put("suggest", List.of("id", "suggest", "space", "maximize", "minimize", "past"));
        kinds.put("use", List.of("id", "use", "positions", "steps"));
        return kinds;
    }

    List<Step> steps(Entry list) {
        List<Step> steps = new ArrayList<>();
        list.list().forEach(entry -> step(entry).ifPresent(steps::add));
        return steps;
    }

    private Optional<Step> step(Entry entry) {
        if (!entry.node().isObject()) {
            entry.wrong("a step is a mapping with an id and one of " + KINDS.keySet());
            return Optional.empty();
        }
        String id = entry.at("id").text("");
        if (!entry.has("id")) {
            entry.wrong("a step needs an id");
        }
        lines.step(id, entry.pointer());
        List<String> kinds = KINDS.keySet().stream().filter(entry::has).toList();
        if (kinds.size() == 1) {
            entry.only(Objects.requireNonNull(KINDS.get(kinds.get(0))));
            return Optional.of(step(id, kinds.get(0), entry));
        }
        entry.wrong("a step is one of " + KINDS.keySet() + (kinds.isEmpty() ? "" : ", not several: " + kinds));
        return Optional.of(unreadable(id, entry));
    }

    private Step unreadable(String id, Entry entry) {
        return new Step.Analyse(id, "", with(entry));
    }

    private Step step(String id, String kind, Entry entry) {
        return switch (kind) {
            case "action" -> act(id, entry);
            case "analysis" -> new Step.Analyse(id, entry.at("analysis").text(""), with(entry), terms(entry));
            case "sequence" -> nested(id, entry);
            case "parallel" ->
                new Step.Parallel(
                        id,
                        entry.at("parallel").list().stream().map(this::steps).toList());
            case "repeat" -> repeat(id, entry);
            case "if" -> choose(id, entry);
            case "wait" -> wait(id, entry.at("wait"));
            case "ask" -> ask(id, entry);
            case "suggest" -> SuggestEntry.step(id, entry).orElseGet(() -> unreadable(id, entry));
            default ->
                new Step.Use(id, entry.at("use").words(), entry.at("positions").words(), steps(entry.at("steps")));
        };
    }

    private Step act(String id, Entry entry) {
        String device = entry.at("device").text("");
        return new Step.Act(
                id, entry.at("action").text(""), device.equals("any") ? "" : device, with(entry), terms(entry));
    }

    private Terms terms(Entry entry) {
        return new Terms(
                read(entry.at("recovery"), Phrases::recovery).orElse(standard),
                read(entry.at("timeout"), Phrases::time).orElse(Duration.ZERO),
                entry.at("positions").words());
    }

    private Step nested(String id, Entry entry) {
        String name = entry.at("sequence").text("");
        lines.callee(id, name);
        return entry.at("sequence")
                .read(node -> sequences.apply(name))
                .map(sequence -> (Step) new Step.Nested(id, sequence, with(entry)))
                .orElseGet(() -> unreadable(id, entry));
    }

    private Step repeat(String id, Entry entry) {
        Optional<Input> times = entry.at("repeat").read(InputEntry::of);
        List<Step> body = steps(entry.at("steps"));
        return new Step.Repeat(id, times.orElse(NO_TIME), condition(entry.at("until")), body);
    }

    private Step choose(String id, Entry entry) {
        List<Step> then = steps(entry.at("then"));
        List<Step> otherwise = steps(entry.at("else"));
        Condition condition = condition(entry.at("if")).orElse(Phrases.ALWAYS);
        return new Step.Choose(id, condition, then, otherwise);
    }

    private Step ask(String id, Entry entry) {
        List<Parameter> form = parameters(entry.at("form"));
        return entry.problems().within(entry.at("form").pointer())
                ? unreadable(id, entry)
                : new Step.Ask(id, entry.at("ask").text(""), form);
    }

    private Step wait(String id, Entry entry) {
        if (!entry.node().isObject()) {
            return new Step.Wait(id, entry.read(InputEntry::of).orElse(NO_TIME), Optional.empty(), EVERY);
        }
        entry.only(List.of("until", "at most", "every"));
        if (!entry.has("until") || !entry.has("at most")) {
            entry.wrong("a wait for something needs 'until' and 'at most'");
        }
        return new Step.Wait(
                id,
                entry.at("at most").read(InputEntry::of).orElse(NO_TIME),
                condition(entry.at("until")),
                read(entry.at("every"), Phrases::time).orElse(EVERY));
    }

    static Optional<Condition> condition(Entry entry) {
        return read(entry, Phrases::condition);
    }

    /** What a reader of phrases makes of a text. */
    static <T> Optional<T> read(Entry entry, Function<String, T> reader) {
        return entry.read(node -> {
            if (!node.isString()) {
                throw new IllegalArgumentException(
                        node + " is neither a time with its unit, a condition nor a recovery");
            }
            return reader.apply(node.stringValue());
        });
    }

    static Map<String, Input> inputs(Entry map) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        map.map().forEach((name, entry) -> entry.read(InputEntry::of).ifPresent(input -> inputs.put(name, input)));
        return inputs;
    }

    private static Map<String, Input> with(Entry step) {
        return inputs(step.at("with"));
    }

    static List<Parameter> parameters(Entry map) {
        List<Parameter> parameters = new ArrayList<>();
        map.map().forEach((name, entry) -> parameter(name, entry).ifPresent(parameters::add));
        return parameters;
    }

    static Optional<Parameter> parameter(String name, Entry entry) {
        return entry.record(ParameterEntry.class).flatMap(one -> entry.read(node -> one.named(name)));
    }
}
