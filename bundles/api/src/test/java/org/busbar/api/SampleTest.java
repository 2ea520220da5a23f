package org.busbar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void needs_an_id() {
        assertEquals("vial-1", new Sample("vial-1").toString());
        assertThrows(IllegalArgumentException.class, () -> new Sample(" \t"));
    }
}
