package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterEntryTest {

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    private static String with(String entry) {
        return Documents.SEQUENCE + "inputs:\n  x: {" + entry + "}\n";
    }

    private Parameter read(String entry) {
        return documents.sequence(with(entry)).sequence().inputs().get(0);
    }

    private void refuses(String entry, String... parts) {
        documents.refusesSequence(with(entry), parts);
    }

    @Test
    void a_number_has_a_unit_limits_and_a_step() {
        assertEquals(
                new Parameter.Real("x", Unit.of("mol/kg"), 0, 2, 0.01, "https://example.org/m"),
                read("unit: mol/kg, min: 0, max: 2, step: 0.01, term: 'https://example.org/m'"));
        assertEquals(Parameter.real("x", "1"), read(""));
        assertEquals(Parameter.real("x", "V", 0, Double.POSITIVE_INFINITY), read("unit: V, min: 0"));
        assertEquals(Parameter.real("x", "V", Double.NEGATIVE_INFINITY, 0), read("unit: V, max: 0"));
    }

    @Test
    void a_choice_has_options() {
        assertEquals(Parameter.choice("x", "charge", "discharge"), read("options: [charge, discharge]"));
        assertEquals(new Parameter.Choice("x", List.of("1", "2"), "t"), read("options: [1, 2], term: t"));
    }

    @Test
    void a_whole_number_has_whole_limits() {
        assertEquals(Parameter.whole("x", 1, 9), read("whole: true, min: 1, max: 9"));
        assertEquals(Parameter.whole("x", Long.MIN_VALUE, Long.MAX_VALUE), read("whole: true"));
        assertEquals(Parameter.real("x", "1", 1, 9), read("whole: false, min: 1, max: 9"));
        refuses("whole: true, min: 1.5", "line 5", "inputs.x", "1.5", "whole");
        refuses("whole: true, max: .nan", "line 5", "inputs.x", "NaN", "whole");
    }

    @Test
    void a_sample_is_a_sample() {
        assertEquals(Parameter.specimen("x"), read("sample: true"));
        assertEquals(new Parameter.Specimen("x", "t"), read("sample: true, term: t"));
    }

    @Test
    void limits_that_are_no_range_are_refused() {
        refuses("min: 2, max: 1", "x", "2.0", "1.0", "range");
        refuses("min: 0, max: 1, step: -0.1", "x", "-0.1", "range");
        refuses("min: .nan", "x", "NaN");
        refuses("whole: true, min: 9, max: 1", "x", "9", "1", "range");
    }

    @Test
    void what_does_not_go_together_is_refused() {
        refuses("options: [a], min: 1", "line 5", "inputs.x", "options");
        refuses("options: []", "line 5", "inputs.x", "options");
        refuses("sample: true, unit: g", "line 5", "inputs.x", "sample");
        refuses("whole: true, step: 2", "line 5", "inputs.x", "whole");
        refuses("whole: true, unit: g", "line 5", "inputs.x", "whole");
        refuses("whole: true, sample: true", "line 5", "inputs.x", "not several");
        refuses("note: true, max: 3", "line 5", "inputs.x", "note");
        refuses("artifact: image/png, unit: g", "line 5", "inputs.x", "artifact");
        refuses("curve: true, unit: Hz, min: 0", "line 5", "inputs.x", "curve");
        refuses("curve: true, artifact: image/png", "line 5", "inputs.x", "not several");
    }

    @Test
    void an_unknown_unit_or_key_is_refused() {
        refuses("unit: ml/minute", "line 5", "inputs.x", "minute");
        refuses("maximum: 2", "line 5, column 7", "inputs.x.maximum", "max");
    }
}
