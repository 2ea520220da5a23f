package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclaredTest {

    private Declared declared;

    @BeforeEach
    void read() throws Exception {
        declared = Declared.by(Class.forName("org.busbar.testkit.doser.Doser"));
    }

    @Test
    void permissions_are_read_from_the_class() {
        assertEquals(List.of("serial:*", "tcp://*:4001"), declared.permissions());
        assertTrue(declared.permits("tcp://doser:4001"));
        assertTrue(declared.permits("sim:doser"));
        assertFalse(declared.permits("tcp://doser:4002"));
    }

    @Test
    void the_method_to_deactivate_is_found() {
        assertEquals("close", declared.deactivation().orElseThrow().getName());
    }

    @Test
    void settings_have_the_names_that_the_framework_gives_them() throws Exception {
        assertEquals(
                Set.of("lab.id", "link", "serial_number"), declared.settings().keySet());
        assertEquals("org.busbar.testkit.doser.Doser", declared.pid());
    }

    @Test
    void wrong_examples_are_told_one_by_one() throws Exception {
        Manual manual = Manual.read(Path.of("src/test/resources/doser/wrong.md"));
        List<Map<?, ?>> examples = manual.examples(declared.pid());
        assertEquals(1, examples.size());
        List<String> faults = Manual.faults(examples.get(0), declared.settings());
        assertEquals(3, faults.size(), faults.toString());
        assertTrue(faults.get(0).startsWith("there is no setting port, only"), faults.get(0));
        assertEquals("serial_number = seven is no int", faults.get(1));
        assertEquals("the setting link has no default and is missing", faults.get(2));
    }

    @Test
    void sockets_are_seen_in_a_class_that_uses_them() throws Exception {
        assertTrue(Source.read(DialsByItself.class).references().contains("java.net.Socket"));
    }

    /** Goes past the links. */
    private static final class DialsByItself {
        @SuppressWarnings("unused")
        java.net.Socket dial() {
            return new java.net.Socket();
        }
    }
}
