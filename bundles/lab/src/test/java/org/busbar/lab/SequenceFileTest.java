package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.broker.Price;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Procedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceFileTest {

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    private static String step(String more) {
        return "name: a\nsteps:\n  - {id: s, action: b, with: {x: " + more + "}}\n";
    }

    private static Map<String, Input> inputs(Procedure procedure) {
        return procedure.sequence().steps().get(0).inputs();
    }

    @Test
    void the_example_is_read_in_full() throws Exception {
        Procedure procedure = documents.sequence(Documents.example("conductivity.yaml"));
        assertEquals("ionic_conductivity", procedure.quantity());
        assertEquals("impedance_spectroscopy", procedure.method());
        assertEquals("conductivity", procedure.sequence().name());
        assertEquals("1", procedure.sequence().version());
        assertEquals(
                List.of(
                        Parameter.real("pc_share", "1", 0, 1),
                        Parameter.real("salt_molality", "mol/kg", 0, 2.5),
                        Parameter.real("temperature", "Cel", 0, 60)),
                procedure.sequence().inputs());
        List<Step> steps = procedure.sequence().steps();
        assertEquals(
                List.of("formulate", "measure", "evaluate"),
                steps.stream().map(Step::id).toList());
        assertEquals(
                new Step.Act(
                        "formulate",
                        "formulate",
                        "",
                        Map.of(
                                "pc_share", new Input.Given("pc_share"),
                                "salt_molality", new Input.Given("salt_molality"),
                                "mass", new Input.Constant(Quantity.of(2, "g")))),
                steps.get(0));
        assertEquals(
                new Input.Output("formulate", "sample"), steps.get(1).inputs().get("sample"));
        assertEquals("conductivity", ((Step.Analyse) steps.get(2)).analysis());
        assertEquals(5, steps.get(2).inputs().size());
        assertEquals(
                List.of("conductivity", "resistance", "quality", "sample"),
                List.copyOf(procedure.sequence().outputs().keySet()));
        assertEquals(
                new Input.Output("evaluate", "quality"),
                procedure.sequence().outputs().get("quality"));
    }

    @Test
    void what_may_be_left_out_has_a_meaning() {
        Procedure procedure = documents.sequence(Documents.SEQUENCE);
        assertEquals("1", procedure.sequence().version());
        assertEquals("", procedure.quantity());
        assertEquals("", procedure.method());
        assertEquals(
                List.of(new Step.Act("s", "b", "", Map.of())),
                procedure.sequence().steps());
    }

    @Test
    void a_device_is_named_or_any() {
        String text = "name: a\nsteps:\n  - {id: s, action: b, device: any}\n  - {id: t, action: b, device: pump-1}\n";
        List<Step> steps = documents.sequence(text).sequence().steps();
        assertEquals("", ((Step.Act) steps.get(0)).device());
        assertEquals("pump-1", ((Step.Act) steps.get(1)).device());
    }

    @Test
    void numbers_words_truths_and_references_are_inputs() {
        assertEquals(Map.of("x", new Input.Constant(Quantity.of(2, "1"))), inputs(documents.sequence(step("2"))));
        assertEquals(Map.of("x", new Input.Constant(Quantity.of(2.5, "1"))), inputs(documents.sequence(step("2.5"))));
        assertEquals(Map.of("x", new Input.Constant(new Text("red"))), inputs(documents.sequence(step("red"))));
        assertEquals(Map.of("x", new Input.Constant(new Text("true"))), inputs(documents.sequence(step("true"))));
        String two = "name: a\nsteps:\n  - {id: t, action: b}\n  - {id: s, action: b, with: {x: '${ t.o }'}}\n";
        assertEquals(
                Map.of("x", new Input.Output("t", "o")),
                documents.sequence(two).sequence().steps().get(1).inputs());
    }

    @Test
    void references_that_lead_nowhere_are_all_told() {
        documents.refusesSequence(
                """
                name: a
                steps:
                  - {id: s, action: b, with: {x: '${t.o}', y: '${z}'}}
                  - {id: s, action: b}
                outputs: {k: '${u.k}'}
                """,
                "line 3: step s, x: there is no earlier step t",
                "line 3: step s, y: the sequence has no input z",
                "line 4: step s, id: two steps are named s",
                "line 5: outputs.k: there is no earlier step u");
    }

    @Test
    void malformed_yaml_is_told_with_its_place() {
        documents.refusesSequence("name: a\n\tsteps: b\n", "line 2, column 1", "TAB");
        documents.refusesSequence("name: a\nsteps:\n  - {id: s\n", "line 4, column 1");
    }

    @Test
    void an_unknown_key_is_told_with_its_place_and_the_keys_there_are() {
        documents.refusesSequence(
                Documents.SEQUENCE + "colour: red\n", "line 4, column 1", "colour", "determines", "outputs");
        documents.refusesSequence(
                "name: a\nsteps:\n  - {id: s, action: b, wiht: {}}\n", "line 3, column 24", "steps[0].wiht", "with");
    }

    @Test
    void a_step_needs_an_id_and_one_thing_to_do() {
        documents.refusesSequence("name: a\nsteps:\n  - {action: b}\n", "line 3", "steps[0]", "needs an id");
        documents.refusesSequence("name: a\nsteps:\n  - {id: s}\n", "line 3", "steps[0]", "one of [action, analysis");
        documents.refusesSequence(
                "name: a\nsteps:\n  - {id: s, action: b, analysis: c}\n",
                "line 3",
                "steps[0]",
                "not several: [action, analysis]");
        documents.refusesSequence(
                "name: a\nsteps:\n  - {id: s, analysis: c, device: d}\n",
                "line 3, column 26",
                "steps[0].device: there is no 'device' here");
    }

    @Test
    void a_sequence_needs_a_name_and_steps() {
        documents.refusesSequence("steps:\n  - {id: s, action: b}\n", "line 1, column 1", "a name");
        documents.refusesSequence("name: a\n", "line 1, column 1", "at least one step");
        documents.refusesSequence("name: a\nsteps: []\n", "line 2: steps: it has no steps");
    }

    @Test
    void determines_and_by_go_together() {
        documents.refusesSequence(Documents.SEQUENCE + "determines: q\n", "line 4, column 13", "'determines' and 'by'");
        documents.refusesSequence(Documents.SEQUENCE + "by: m\n", "line 4, column 5", "'determines' and 'by'");
    }

    @Test
    void a_price_is_read_and_what_is_wrong_with_it_is_told_with_its_place() {
        String priced = Documents.SEQUENCE + "determines: q\nby: m\nprice: ";
        Procedure procedure = documents.sequence(
                priced + "{source: simulation, cost: 2.5, duration: 20 min, uncertainty: 3 %}\nat_once: 2\n");
        assertEquals(new Price(Price.Source.SIMULATION, 2.5, Duration.ofMinutes(20), 0.03), procedure.price());
        assertEquals(2, procedure.atOnce());
        documents.refusesSequence(priced + "{source: guess}\n", "line 6", "price.source", "experiment, simulation");
        documents.refusesSequence(priced + "{cost: -1}\n", "line 6", "price.cost", "from 0 on");
        documents.refusesSequence(priced + "{colour: red}\n", "line 6", "colour", "uncertainty");
        documents.refusesSequence(
                Documents.SEQUENCE + "determines: q\nby: m\nat_once: 0\n", "line 6", "at_once", "from 1 to");
        documents.refusesSequence(Documents.SEQUENCE + "at_once: 1\n", "line 4", "at_once", "determines");
    }

    @Test
    void an_unknown_unit_is_told_with_what_was_meant() {
        documents.refusesSequence(
                Documents.SEQUENCE + "inputs:\n  t: {unit: degC}\n",
                "line 5, column 13",
                "inputs.t.unit",
                "did you mean 'Cel'");
        documents.refusesSequence(step("20 degC"), "line 3, column 34", "steps[0].with.x", "did you mean 'Cel'");
    }

    @Test
    void a_bad_reference_or_number_is_told_with_its_place() {
        documents.refusesSequence(step("'${a.b.c}'"), "line 3, column 34", "${a.b.c}", "${step.output}");
        documents.refusesSequence(step("'${}'"), "line 3, column 34", "'${}' is not a reference");
        documents.refusesSequence(step("2,5 g"), "line 3"); // a comma ends a YAML value
        documents.refusesSequence(step("'2,5 g'"), "line 3, column 34", "'2,5 g' is not a number with a unit");
    }

    @Test
    void a_key_twice_is_refused() {
        documents.refusesSequence("name: a\nname: b\n", "line 2", "Duplicate", "name");
        documents.refusesSequence(step("1, x: 2"), "line 3", "Duplicate", "x");
    }

    @Test
    void a_wrong_type_is_told_with_its_place() {
        documents.refusesSequence("name: a\nsteps: many\n", "line 2, column 8", "steps");
        documents.refusesSequence("- a\n", "line 1, column 1");
        documents.refusesSequence("just a word\n", "line 1, column 1");
        documents.refusesSequence("name: [a]\nsteps: []\n", "line 1, column 7", "name");
        documents.refusesSequence(step("[1]"), "line 3, column 34", "steps[0].with.x");
        documents.refusesSequence(
                Documents.SEQUENCE + "inputs: {x: {min: two}}\n", "line 4, column 19", "inputs.x.min");
    }

    @Test
    void a_value_left_open_is_told_with_its_place() {
        documents.refusesSequence(step(""), "line 3", "steps[0].with.x");
        documents.refusesSequence("name: a\nsteps:\n  -\n", "steps[0]");
        documents.refusesSequence(Documents.SEQUENCE + "inputs:\n  x:\n", "line 5", "inputs.x");
        documents.refusesSequence(Documents.SEQUENCE + "outputs:\n  x:\n", "line 5", "outputs.x");
    }

    @Test
    void an_empty_file_is_refused() {
        documents.refusesSequence("", "empty");
        documents.refusesSequence("# nothing but a comment\n", "empty");
    }
}
