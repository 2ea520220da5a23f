package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Condition.Relation;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Recovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @EnumSource(Relation.class)
    void every_relation_is_read(Relation relation) {
        assertEquals(
                new Condition(new Input.Output("fit", "value"), relation, new Input.Constant(Quantity.of(-5, "mS/cm"))),
                Phrases.condition("${fit.value} " + relation.sign() + " -5 mS/cm"));
    }

    @Test
    void words_and_tight_spelling_are_read() {
        assertEquals(
                new Condition(new Input.Given("mode"), Relation.UNLIKE, new Input.Constant(new Text("fast"))),
                Phrases.condition("${mode}!=fast"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a <", "< a", "a < b < c", "a = b", "a =< b", "a <> b", "${a < 3"})
    void what_is_no_condition_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Phrases.condition(text));
    }

    @Test
    void recoveries_are_read() {
        assertEquals(Recovery.FAIL, Phrases.recovery("fail"));
        assertEquals(Recovery.WAIT, Phrases.recovery("wait"));
        assertEquals(Recovery.IGNORE, Phrases.recovery("ignore"));
        assertEquals(Recovery.retry(2, Duration.ofSeconds(90)), Phrases.recovery("retry(2, 1.5 min)"));
        assertEquals(Recovery.retry(1, Duration.ZERO), Phrases.recovery("retry( 1,0 s )"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "retry", "retry(2)", "retry(0, 1 s)", "retry(-1, 1 s)", "retry(2, 1 V)", "retry(2, -1 s)"})
    void what_is_no_recovery_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Phrases.recovery(text));
    }

    @Test
    void times_are_above_0_and_within_a_lifetime() {
        assertEquals(Duration.ofMillis(1500), Phrases.time("1.5 s"));
        assertEquals(Duration.ofHours(2), Phrases.time("2 h"));
        for (String text : new String[] {"0 s", "-1 s", "1e12 s", "NaN s", "5 V", "soon"}) {
            assertThrows(IllegalArgumentException.class, () -> Phrases.time(text), text);
        }
    }
}
