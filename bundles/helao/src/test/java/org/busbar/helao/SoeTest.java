package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoeTest {

    private static Soe parse(String text) {
        return Soe.parse(text.replace('\'', '"'));
    }

    @Test
    void a_step_is_a_server_and_a_name() {
        SoeStep step = parse("{'soe': ['stage:1/moveAbs_0'], 'params': {'moveAbs_0': null}}")
                .steps()
                .get(0);
        assertEquals("stage:1", step.server());
        assertEquals("stage", step.type());
        assertEquals("moveAbs", step.action());
    }

    @Test
    void nothing_at_all_is_an_experiment() {
        assertEquals(0, parse("{'soe': [], 'params': {}}").steps().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b_0_1                               | 0 | more than one '_'",
                "ab                                    | 0 | exactly one '/'",
                "/ab                                   | 0 | exactly one '/'",
                "ab/                                   | 0 | exactly one '/'",
                "a/b/c                                 | 0 | exactly one '/'",
                "a/b,orchestrator/start                | 1 | first",
                "orchestrator/finish,a/b               | 0 | last",
                "orchestrator/repeat,a/b               | 0 | last or directly before finish",
                "a/b,a/b                               | 1 | occurs twice",
                "orchestrator/jump                     | 0 | no command 'jump'",
                "orchestrator/repeat                   | 0 | does nothing",
                "a/b c                                 | 0 | letters",
            })
    void what_breaks_a_rule_is_told_with_its_step(String steps, int index, String message) {
        StringBuilder params = new StringBuilder();
        for (String step : new TreeSet<>(List.of(steps.split(",")))) {
            String name = step.substring(step.indexOf('/') + 1);
            params.append(params.isEmpty() ? "" : ",").append("'" + name + "': {'collectionkey': 'wafer'}");
        }
        String json = "{'soe': ['" + steps.replace(",", "','") + "'], 'params': {" + params + "}}";
        SoeException e = assertThrows(SoeException.class, () -> parse(json));
        assertTrue(
                e.faults().stream()
                        .anyMatch(f -> f.step() == index && f.message().contains(message)),
                e.getMessage());
    }

    @Test
    void params_and_steps_must_name_the_same() {
        SoeException e = assertThrows(
                SoeException.class, () -> parse("{'soe': ['a/b_0'], 'params': {'c': {}, 'd': 1}, 'meta': 5}"));
        assertEquals(5, e.faults().size(), e.getMessage());
    }

    @Test
    void text_that_is_not_json_is_refused_with_its_place() {
        assertTrue(assertThrows(SoeException.class, () -> parse("{'soe': ["))
                .getMessage()
                .contains("not JSON"));
    }

    @Test
    void n_repetitions_are_counted_down_and_none_means_for_ever() {
        Soe twice = parse("{'soe': ['a/b', 'orchestrator/repeat'], 'params': {'b': null, 'repeat': {'n': 2}}}");
        Soe once = twice.again().orElseThrow();
        Soe last = once.again().orElseThrow();
        assertEquals(1, last.steps().size());
        assertTrue(last.again().isEmpty());
        Soe ever = parse("{'soe': ['a/b', 'orchestrator/repeat'], 'params': {'b': null, 'repeat': null}}");
        assertEquals(ever, ever.again().orElseThrow().again().orElseThrow());
    }

    @Test
    void what_is_written_can_be_read() {
        Soe soe =
                parse("{'soe': ['a:1/b_0', 'a/c'], 'params': {'b_0': {'x': [1, null]}, 'c': null}, 'meta': {'w': 3}}");
        assertEquals(soe, Soe.parse(soe.write()));
        assertEquals(
                0, Soe.parse(parse("{'soe': [], 'params': {}}").write()).steps().size());
    }
}
