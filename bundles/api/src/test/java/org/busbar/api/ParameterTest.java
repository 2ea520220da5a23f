package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    private static final Parameter.Real VOLUME = Parameter.real("volume", "mL", 0.5, 25);
    private static final Parameter.Real BATH = Parameter.real("bath", "Cel", 0, 100);
    private static final Parameter.Whole CYCLES = Parameter.whole("cycles", 1, 1000);
    private static final Parameter.Choice MODE = Parameter.choice("mode", "charge", "discharge");
    private static final Parameter.Curve CURVE = Parameter.curve("curve", "mV");
    private static final Parameter.Artifact IMAGE = Parameter.artifact("image", "image/png");

    @ParameterizedTest
    @ValueSource(
            strings = {"0.5 mL", "25 mL", "0.025 L", "500 uL", "25 cm3", "2.5e-5 m3", "10 ± 1 mL", "25.00000001 mL"})
    void a_number_up_to_its_limits_in_any_unit_is_accepted(String text) {
        assertAccepted(VOLUME, Quantity.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 Cel", "100 Cel", "273.15 K", "373.15 K", "32 [degF]", "212 [degF]", "491.67 [degR]"})
    void a_temperature_at_its_limit_in_any_scale_is_accepted(String text) {
        assertAccepted(BATH, Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25.1 mL | volume = 25.1 mL is above the limit of 25 mL",
                "25.0000001 mL | volume = 25.0000001 mL is above the limit of 25 mL",
                "0 mL    | volume = 0 mL is below the limit of 0.5 mL",
                "0.026 L | volume = 0.026 L = 26 mL is above the limit of 25 mL",
                "30 ± 1 mL | volume = 30.0 ± 1.0 mL is above the limit of 25 mL",
                "NaN mL  | volume = NaN mL is not a finite number",
                "Infinity mL | volume = Infinity mL is not a finite number",
                "-Infinity L | volume = -Infinity L = -Infinity mL is not a finite number",
                "20 Cel  | volume = 20 Cel cannot be converted to mL",
                "20      | volume = 20 cannot be converted to mL",
            })
    void a_number_outside_is_refused(String text, String reason) {
        assertRefused(reason, VOLUME, Quantity.parse(text));
    }

    @Test
    void what_is_no_number_is_refused() {
        assertRefused("volume = charge is not a number in mL", VOLUME, new Text("charge"));
        assertRefused("volume = 1 values in mL is not a number in mL", VOLUME, Series.of("mL", 1));
    }

    @Test
    void an_open_number_must_still_be_finite() {
        Parameter open = Parameter.real("voltage", "V");
        assertAccepted(open, Quantity.of(-1e300, "V"));
        assertRefused("voltage = NaN V is not a finite number", open, Quantity.of(Double.NaN, "V"));
        assertRefused("voltage = Infinity V is not a finite number", open, Quantity.of(Double.POSITIVE_INFINITY, "V"));
    }

    @Test
    void a_range_must_be_one() {
        assertEquals("v: from 2.0 to 1.0 by 0.0 mL is not a range", message(() -> Parameter.real("v", "mL", 2, 1)));
        assertEquals(
                "v: from NaN to 1.0 by 0.0 mL is not a range", message(() -> Parameter.real("v", "mL", Double.NaN, 1)));
        assertEquals("v: from 0.0 to 1.0 by -1.0 mL is not a range", message(() -> Parameter.real("v", "mL", 0, 1)
                .by(-1)));
        assertEquals("v: from 0.0 to 1.0 by NaN mL is not a range", message(() -> Parameter.real("v", "mL", 0, 1)
                .by(Double.NaN)));
        assertEquals("n: from 2 to 1 is not a range", message(() -> Parameter.whole("n", 2, 1)));
        assertAccepted(Parameter.real("v", "mL", 3, 3), Quantity.of(3, "mL"));
    }

    @Test
    void steps_and_terms_leave_the_rest_as_it_was() {
        Parameter.Real stepped = VOLUME.by(0.1).meaning("https://example.org/volume");
        assertEquals(new Parameter.Real("volume", Unit.of("mL"), 0.5, 25, 0.1, "https://example.org/volume"), stepped);
        assertEquals(0, VOLUME.step());
        assertEquals("", VOLUME.term());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000", "300 %", "5 {cycles}"})
    void a_whole_number_within_its_limits_is_accepted(String text) {
        assertAccepted(CYCLES, Quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | cycles = 0 is below the limit of 1",
                "1001     | cycles = 1001 is above the limit of 1000",
                "1.5      | cycles = 1.5 is not a whole number",
                "NaN      | cycles = NaN is not a whole number",
                "Infinity | cycles = Infinity is not a whole number",
                "3 mL     | cycles = 3 mL is not a whole number",
                "250 %    | cycles = 250 % is not a whole number",
            })
    void what_is_not_a_whole_number_within_is_refused(String text, String reason) {
        assertRefused(reason, CYCLES, Quantity.parse(text));
    }

    @Test
    void a_choice_is_one_of_its_options() {
        assertAccepted(MODE, new Text("charge"));
        assertRefused("mode = Charge is not one of [charge, discharge]", MODE, new Text("Charge"));
        assertRefused("mode = 1 is not one of [charge, discharge]", MODE, Quantity.of(1, "1"));
    }

    @Test
    void a_note_has_a_longest_length() {
        Parameter.Note note = Parameter.note("remark");
        assertAccepted(note, new Text("x".repeat(10_000)));
        assertRefused("remark is not a text of up to 10000 characters", note, new Text("x".repeat(10_001)));
        assertRefused("remark is not a text of up to 10000 characters", note, new Sample("x"));
    }

    @Test
    void a_curve_has_no_holes() {
        assertAccepted(CURVE, Series.of("V", 1, 2));
        assertAccepted(CURVE, Series.of("V"));
        assertRefused("curve has no number but NaN at position 1", CURVE, Series.of("V", 1, Double.NaN));
        assertRefused("curve = 1 values in A is not a series of numbers in mV", CURVE, Series.of("A", 1));
        assertRefused("curve = 1 mV is not a series of numbers in mV", CURVE, Quantity.of(1, "mV"));
    }

    @Test
    void a_specimen_is_a_sample() {
        assertAccepted(Parameter.specimen("vial"), new Sample("s-1"));
        assertRefused("vial = s-1 is not a sample", Parameter.specimen("vial"), new Text("s-1"));
    }

    @Test
    void an_artifact_is_of_its_type() {
        assertAccepted(IMAGE, new Resource(URI.create("file:///a.png"), "image/png", "0".repeat(64)));
        Resource csv = new Resource(URI.create("file:///a.csv"), "text/csv", "0".repeat(64));
        assertRefused("image = " + csv + " is not a resource of type image/png", IMAGE, csv);
    }

    @Test
    void options_do_not_change() {
        assertThrows(UnsupportedOperationException.class, () -> MODE.options().clear());
        assertEquals(List.of("charge", "discharge"), MODE.options());
    }

    private static void assertAccepted(Parameter parameter, Value value) {
        assertEquals(Optional.empty(), parameter.refusal(value));
        assertTrue(parameter.accepts(value));
    }

    private static void assertRefused(String reason, Parameter parameter, Value value) {
        assertEquals(Optional.of(reason), parameter.refusal(value));
        assertTrue(!parameter.accepts(value));
    }

    private static String message(Runnable construction) {
        return assertThrows(IllegalArgumentException.class, construction::run).getMessage();
    }
}
