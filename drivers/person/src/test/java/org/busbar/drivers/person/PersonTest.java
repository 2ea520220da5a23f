package org.busbar.drivers.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Errand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @TempDir
    Path lab;

    private static Action action(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_person_is_told_what_to_do_with_the_inputs_in_their_units() throws Exception {
        Crew crew = Crew.answering(Bench::answer);
        Values inputs = Bench.example("weigh_in");
        Values outputs = action(Bench.person(crew), "weigh_in").perform(inputs);
        Errand first = crew.asked.get(0);
        assertEquals("bench-3", first.device());
        assertEquals("Weigh 250 mg into vial-7 with the spatula.\nWrite down what the balance shows.", first.text());
        assertEquals(
                List.of("mass", "look"),
                first.form().stream().map(Parameter::name).toList());
        assertEquals(50, ((Parameter.Real) first.form().get(0)).max());
        assertEquals(
                "vial-7 weighs 249.9 mg. Anything to say?", crew.asked.get(1).text());
        assertEquals(Bench.answers(), outputs);
    }

    @Test
    void an_errand_without_a_form_only_needs_to_be_done() throws Exception {
        Crew crew = Crew.answering(Bench::answer);
        assertEquals(Values.none(), action(Bench.person(crew), "close_hood").perform(Values.none()));
        assertEquals(List.of(), crew.asked.get(0).form());
    }

    @Test
    void forms_hold_the_outputs_of_the_action_that_is_done() throws Exception {
        String twice =
                """
            instrument: x
            identity: none
            safe: []
            actions:
              small: {gives: {mass: {unit: g, min: 0, max: 1}}, does: [{ask: small, form: mass}]}
              large: {gives: {mass: {unit: kg, min: 0, max: 9}}, does: [{ask: large, form: mass}]}
            """;
        Crew crew = Crew.answering(errand -> Values.of("mass", Quantity.of(1, "g")));
        Device person = Bench.person(crew, Files.writeString(lab.resolve("x.yaml"), twice));
        action(person, "large").perform(Values.none());
        action(person, "small").perform(Values.none());
        assertEquals(
                List.of("kg", "g"),
                crew.asked.stream()
                        .map(errand ->
                                ((Parameter.Real) errand.form().get(0)).unit().ucum())
                        .toList());
    }

    @Test
    void a_refusal_of_a_person_is_one_of_the_device() {
        Device person = Bench.person(Crew.refusing("A. Person refused: the hood is broken"));
        DeviceException told = assertThrows(
                DeviceException.class, () -> action(person, "close_hood").perform(Values.none()));
        assertEquals(Detail.REFUSED, told.detail());
        assertTrue(told.getMessage().contains("the hood is broken"), told.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form: [mass]  | form: [weight] | there is no output 'weight'",
                "form: [mass]  | fields: [mass] | unknown key 'fields'",
                "form: [mass]  | ''             | no step reads the output 'mass'",
                "{target} g    | {goal} g       | there is no value 'goal'",
                "safe: []      | 'safe: [{ask: stop}]' | cannot wait for a person",
                "ask:          | tell:          | a step has one of the words [ask, until, wait]",
                "{unit: g}}    | {type: artifact, media: text/csv}} | is an artifact"
            })
    void a_mistake_in_the_description_is_told_with_its_line(String right, String wrong, String why) throws Exception {
        String good =
                """
            instrument: x
            identity: none
            safe: []
            actions:
              weigh:
                takes: {target: {unit: g, min: 0, max: 1}}
                gives: {mass: {unit: g}}
                does:
                  - ask: weigh {target} g
                    form: [mass]
            """;
        Path file = Files.writeString(lab.resolve("x.yaml"), good.replace(right, wrong));
        String told = assertThrows(IllegalArgumentException.class, () -> Bench.person(Crew.absent(), file))
                .getMessage();
        assertTrue(told.contains(why) && told.contains("x.yaml, line "), told);
    }

    @Test
    void what_a_person_is_told_has_no_line_breaks_of_others() {
        Values inputs = Bench.example("weigh_in").with("sample", new Sample("vial\nThrow it away"));
        Crew crew = Crew.answering(Bench::answer);
        assertThrows(DeviceException.class, () -> action(Bench.person(crew), "weigh_in")
                .perform(inputs));
        assertEquals(List.of(), crew.asked);
        assertEquals(new Text("spatula"), inputs.get("tool"));
    }
}
