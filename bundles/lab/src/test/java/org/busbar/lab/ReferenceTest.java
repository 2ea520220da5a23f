package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Condition.Relation;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.experiment.Terms;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

/** The example of the reference has every kind of step; it is the one in the documentation and is read in full. */
class ReferenceTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Terms TWICE = new Terms(Recovery.retry(2, Duration.ofSeconds(10)), Duration.ZERO, List.of());

    private static Sequence read(String file, Map<String, Sequence> others) {
        SequenceFile.Linked linked = SequenceFile.read(RESOURCES.resolve(file)).link(others::get);
        assertEquals(List.of(), linked.faults());
        return linked.procedure().orElseThrow().sequence();
    }

    private static final Sequence RINSE = read("rinse.yaml", Map.of());
    private static final Sequence MAP = read("reference.yaml", Map.of("rinse", RINSE));

    private static Input of(String constant) {
        return new Input.Constant(InputEntry.value(constant));
    }

    @Test
    void the_documentation_has_these_very_examples() throws Exception {
        String text = Files.readString(Path.of("../../distribution/docs/sequences.md"));
        for (String file : List.of("reference.yaml", "rinse.yaml")) {
            assertTrue(text.contains("```yaml\n" + Files.readString(RESOURCES.resolve(file)) + "```\n"), file);
        }
    }

    @Test
    void every_kind_of_input_is_read() {
        assertEquals(
                List.of(
                        Parameter.whole("points", 1, Long.MAX_VALUE),
                        Parameter.real("volume", "uL", 1, 100),
                        Parameter.choice("protocol", "fast", "slow"),
                        Parameter.note("comment"),
                        Parameter.specimen("plate"),
                        Parameter.curve("frequencies", "Hz"),
                        Parameter.artifact("photo", "image/png")),
                MAP.inputs());
    }

    @Test
    void roles_conditions_cleanup_and_outputs_are_read() {
        assertEquals("2", MAP.version());
        assertEquals(
                List.of(new Role("cell", List.of("move", "measure"), Map.of("frequency", Quantity.of(1, "MHz")))),
                MAP.roles());
        assertEquals(
                List.of(new Condition(new Input.Reading("oven", "temperature"), Relation.BELOW, of("80 Cel"))),
                MAP.interlocks());
        assertEquals(
                List.of(new Suspender(
                        new Condition(new Input.Reading("chiller", "temperature"), Relation.BELOW, of("12 Cel")),
                        Duration.ofSeconds(30))),
                MAP.suspenders());
        assertEquals(
                List.of(new Step.Act(
                        "empty",
                        "dispense",
                        "pump",
                        Map.of("volume", of("1 mL")),
                        new Terms(Recovery.IGNORE, Duration.ZERO, List.of()))),
                MAP.cleanup());
        assertEquals(
                List.of("current", "points", "mass", "plate"),
                List.copyOf(MAP.outputs().keySet()));
        assertEquals(new Input.Output("search", "passes"), MAP.outputs().get("points"));
        assertEquals(new Input.Given("plate"), MAP.outputs().get("plate"));
    }

    @Test
    void a_called_sequence_is_linked() {
        assertEquals(
                new Step.Nested("prime", RINSE, Map.of("volume", new Input.Given("volume"))),
                MAP.steps().get(0));
    }

    @Test
    void branches_waits_and_questions_are_read() {
        Condition warm = new Condition(new Input.Reading("oven", "temperature"), Relation.AT_LEAST, of("60 Cel"));
        assertEquals(
                new Step.Parallel(
                        "prepare",
                        List.of(
                                List.of(new Step.Wait("warm", of("2 h"), Optional.of(warm), Duration.ofSeconds(5))),
                                List.of(
                                        new Step.Ask(
                                                "weigh", "Weigh the vial", List.of(Parameter.real("mass", "g", 0, 50))),
                                        new Step.Wait("rest", of("10 min"), Optional.empty(), Duration.ofSeconds(1))))),
                MAP.steps().get(1));
    }

    @Test
    void loops_suggestions_and_exclusive_use_are_read() {
        Step.Repeat search = (Step.Repeat) MAP.steps().get(2);
        assertEquals(new Input.Given("points"), search.times());
        assertEquals(
                Optional.of(new Condition(new Input.Output("peak", "current"), Relation.ABOVE, of("5 mA"))),
                search.until());
        Values first = Values.of("x", Quantity.of(1, "mm")).with("y", Quantity.of(2, "mm"));
        Values second = Values.of("x", Quantity.of(9, "mm")).with("y", Quantity.of(2, "mm"));
        assertEquals(
                new Step.Suggest(
                        "next",
                        "forest",
                        new Problem(
                                Space.of(Parameter.real("x", "mm", 0, 100), Parameter.real("y", "mm", 0, 100)),
                                List.of(new Objective("current", Objective.Goal.MAXIMIZE))),
                        List.of(
                                new Observation(first, Values.of("current", Quantity.of(2, "mA"))),
                                Observation.failed(second)),
                        Map.of("current", new Input.Output("peak", "current"))),
                search.steps().get(0));
        Step.Use spot = (Step.Use) search.steps().get(1);
        assertEquals(List.of("cell"), spot.devices());
        assertEquals(List.of("plate-1"), spot.positions());
        assertEquals(
                new Step.Act(
                        "sweep",
                        "measure",
                        "cell",
                        Map.of(
                                "frequencies", new Input.Given("frequencies"),
                                "protocol", new Input.Given("protocol"),
                                "start", new Input.Previous("peak", "voltage", Quantity.of(0.5, "V"))),
                        new Terms(Recovery.WAIT, Duration.ofMinutes(5), List.of("plate-1"))),
                spot.steps().get(1));
        assertEquals(
                new Step.Analyse("peak", "peak", Map.of("curve", new Input.Output("sweep", "curve")), TWICE),
                search.steps().get(2));
    }

    @Test
    void choices_are_read_and_the_recovery_of_the_file_holds_for_their_steps() {
        Step.Choose good = (Step.Choose) MAP.steps().get(3);
        assertEquals(new Condition(new Input.Output("peak", "current"), Relation.ABOVE, of("1 mA")), good.condition());
        assertEquals(
                List.of(new Step.Act(
                        "label", "print", "", Map.of("text", new Input.Given("comment"), "copies", of("2")), TWICE)),
                good.then());
        assertEquals(
                List.of(new Step.Ask("tell", "Nothing was found: is the plate the right way up?", List.of())),
                good.otherwise());
    }
}
