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
        assertArrayEquals(new double[] {0.075, 0.25, 0, ChoiceAxis.CHOSEN}, new Encoding(SPACE).encode(POINT), 1e-12);
    }

    @Test
    void a_point_comes_back_as_it_was_written() {
        Encoding encoding = new Encoding(SPACE);
        assertEquals(POINT, encoding.decode(encoding.encode(POINT)));
    }

    @Test
    void drawn_and_moved_points_are_on_step_and_within_limits() {
        Encoding encoding = new Encoding(SPACE);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double[] row = encoding.near(encoding.draw(random), random, 0.3);
            Values point = encoding.decode(row);
            SPACE.parameters().forEach(p -> assertTrue(p.accepts(point.get(p.name())), point.toString()));
            assertArrayEquals(row, encoding.encode(point), 1e-9);
        }
    }

    @Test
    void a_parameter_with_one_value_only_keeps_it() {
        Encoding encoding = new Encoding(Space.of(Parameter.real("t", "Cel", 25, 25), Parameter.whole("n", 3, 3)));
        Values point = encoding.decode(encoding.draw(new SplittableRandom(1)));
        assertEquals(25, point.quantity("t").value());
        assertEquals(3, point.quantity("n").value());
    }

    @Test
    void a_word_that_is_no_option_is_refused_by_name() {
        Values odd = POINT.with("salt", new Text("NaCl"));
        String message = assertThrows(IllegalArgumentException.class, () -> new Encoding(SPACE).encode(odd))
                .getMessage();
        assertTrue(message.contains("salt = NaCl"), message);
    }
}
