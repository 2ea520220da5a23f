package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final Space SPACE = Space.of(
            Parameter.real("c", "mol/kg", 0.2, 2.2).by(0.05),
            Parameter.whole("n", 1, 5),
            Parameter.choice("salt", "LiPF6", "LiTFSI"));

    private static final Values POINT = Values.of("c", Quantity.of(0.35, "mol/kg"))
            .with("n", Quantity.of(2, "1"))
            .with("salt", new Text("LiTFSI"));

    @Test
    void numbers_become_shares_of_their_range_and_choices_columns() {
        assertArrayEquals(
                new double[] {0.075, 0.25, 0, ChoiceAxis.CHOSEN},
                Encoding.of(SPACE).encode(POINT),
                1e-12);
    }

    @Test
    void a_point_comes_back_as_it_was_written() {
        Encoding encoding = Encoding.of(SPACE);
        assertEquals(POINT, encoding.decode(encoding.encode(POINT)));
    }

    @Test
    void drawn_and_moved_points_are_on_step_and_within_limits() {
        Encoding encoding = Encoding.of(SPACE);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double[] row = encoding.near(encoding.draw(1, random).get(0), random, 0.3);
            Values point = encoding.decode(row);
            SPACE.parameters().forEach(p -> assertTrue(p.accepts(point.get(p.name())), point.toString()));
            assertArrayEquals(row, encoding.encode(point), 1e-9);
        }
    }

    @Test
    void a_parameter_with_one_value_only_keeps_it() {
        Encoding encoding = Encoding.of(Space.of(Parameter.real("t", "Cel", 25, 25), Parameter.whole("n", 3, 3)));
        Values point = encoding.decode(encoding.draw(1, new SplittableRandom(1)).get(0));
        assertEquals(25, point.quantity("t").value());
        assertEquals(3, point.quantity("n").value());
    }

    @Test
    void a_word_that_is_no_option_any_more_chooses_none_until_moved() {
        Encoding encoding = Encoding.of(SPACE);
        double[] odd = encoding.encode(POINT.with("salt", new Text("NaCl")));
        assertArrayEquals(new double[] {0.075, 0.25, 0, 0}, odd, 1e-12);
        Values moved = encoding.decode(encoding.near(odd, new SplittableRandom(1), 0));
        assertTrue(SPACE.parameters().get(2).accepts(moved.get("salt")), moved.toString());
    }

    @Test
    void a_point_lacking_a_parameter_is_refused_by_name() {
        Values lacking = Values.of("c", Quantity.of(0.35, "mol/kg"));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Encoding.of(SPACE).encode(lacking))
                .getMessage();
        assertTrue(message.contains("'n'"), message);
    }
}
