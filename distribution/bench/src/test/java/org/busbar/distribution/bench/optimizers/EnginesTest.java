package org.busbar.distribution.bench.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.distribution.bench.optimizers.problems.Data;
import org.busbar.distribution.bench.optimizers.problems.Points;
import org.busbar.distribution.bench.optimizers.problems.TestProblem;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final List<Question> ASKED = new ArrayList<>();

    /** Notes what it is asked. */
    private static final class Noting implements Optimizer {
        @Override
        public List<Suggestion> suggest(Question question, Parts parts) {
            ASKED.add(question);
            return List.of(Suggestion.of(Points.of(0.5, 0.25), "always"));
        }

        @Override
        public List<Parameter> settings() {
            return List.of(
                    Parameter.real("beta", "1", 0, 9),
                    Parameter.whole("starts", 1, 99),
                    Parameter.choice("rule", "a", "b"));
        }
    }

    private final Engines engines = new Engines(Map.of("noting", Noting::new), new PartShelf(Map.of(), Map.of()));

    private String refusal(String name) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> engines.find(name))
                .getMessage());
    }

    @Test
    void an_optimizer_is_asked_with_everything_told_and_its_settings() throws Exception {
        TestProblem branin = Data.problems().variant("branin").problem();
        Contestant contestant = engines.find("noting?beta=2.5&starts=7&rule=b");
        List<Trial> told = List.of(new Trial(Points.of(0.1, 0.2), List.of(-3.5)));
        List<Values> pending = List.of(Points.of(0.3, 0.4));
        ASKED.clear();
        List<Values> next = contestant.making().get().next(new Situation(branin, told, pending, 2, 11));
        assertEquals(List.of(Points.of(0.5, 0.25)), next);
        Question asked = ASKED.get(0);
        assertEquals(branin.problem(), asked.problem());
        assertEquals(Points.of(0.1, 0.2), asked.observed().get(0).point());
        assertEquals(-3.5, asked.observed().get(0).outputs().quantity("y0").value());
        assertEquals(pending, asked.pending());
        assertEquals(2, asked.count());
        assertEquals(11, asked.seed());
        assertEquals(Quantity.of(2.5, "1"), asked.settings().quantity("beta"));
        assertEquals(7, asked.settings().quantity("starts").value());
        assertEquals("b", asked.settings().get("rule").toString());
    }

    @Test
    void the_whole_text_is_the_recorded_name() {
        assertEquals("noting?beta=2.5", engines.find("noting?beta=2.5").name());
        assertEquals("development", engines.find("noting").version());
    }

    @Test
    void unknown_engines_and_settings_are_refused() {
        assertTrue(refusal("nothing").contains("[noting]"));
        assertTrue(refusal("noting?gamma=1").contains("[beta, rule, starts]"));
        assertTrue(refusal("noting?beta").contains("key=value"));
        assertTrue(refusal("noting?beta=1&beta=2").contains("once"));
        assertTrue(refusal("noting?beta=10").contains("beta=10"));
        assertTrue(refusal("noting?rule=c").contains("rule=c"));
    }

    @Test
    void the_platform_has_a_forest_and_random_search() {
        assertEquals("forest", Engines.ofThePlatform().find("forest").name());
        assertEquals("random", Engines.ofThePlatform().find("random").name());
    }

    @Test
    void a_part_that_is_not_there_is_refused_by_name() {
        PartShelf shelf = new PartShelf(Map.of(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> shelf.surrogate("gp"));
        assertThrows(IllegalArgumentException.class, () -> shelf.acquisition("ei"));
    }
}
