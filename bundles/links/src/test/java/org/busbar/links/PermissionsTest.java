package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.busbar.api.link.Link;
import org.busbar.api.link.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    private static final Permissions SOME =
            Permissions.of("org.example.pump", "serial:/dev/tty*, tcp://*:5025 ,http://lab/api*, file:/data/cycler/*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/ttyUSB0?baud=19200",
                "serial:/dev/../dev/ttyUSB0",
                "tcp://192.168.0.7:5025?timeout=1s",
                "http://lab/api/v1",
                "sim:pump?speed=3"
            })
    void what_is_declared_is_allowed(String uri) {
        try (Rig rig = new Rig()) {
            Links links = rig.room.links(SOME);
            assertDoesNotThrow(() -> links.open(uri, Rig.LINES));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/sda",
                "serial:/dev/tty/../sda",
                "tcp://192.168.0.7:50250",
                "tcp://evil:22?x=:5025",
                "udp://host:5025",
                "process:rm?arg=-rf",
                "https://lab/api",
                "http://lab/api/../secret",
                "http://lab/secret"
            })
    void everything_else_is_refused_with_the_line_to_add(String uri) {
        try (Rig rig = new Rig()) {
            Links links = rig.room.links(SOME);
            String said = assertThrows(SecurityException.class, () -> links.open(uri, Rig.LINES))
                    .getMessage();
            assertTrue(said.startsWith("org.example.pump may not use "), said);
            assertTrue(said.contains("Busbar-Permissions: serial:/dev/tty*, tcp://*:5025"), said);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://lab/api/%2e%2e/secret", "http://lab@evil/api", "serial:../dev/sda", "process:../rm"})
    void what_hides_where_it_leads_is_refused_to_everybody(String uri) {
        try (Rig rig = new Rig()) {
            assertThrows(IllegalArgumentException.class, () -> rig.open(uri));
        }
    }

    @Test
    void a_plug_in_that_declares_nothing_has_simulated_links_only() {
        try (Rig rig = new Rig()) {
            Links links = rig.room.links(Permissions.of("x", ""));
            assertDoesNotThrow(() -> links.open("sim:any", Rig.LINES));
            String said = assertThrows(SecurityException.class, () -> links.open("tcp://a:1", Rig.LINES))
                    .getMessage();
            assertTrue(said.contains("declares no links"), said);
        }
    }

    @Test
    void a_link_that_is_closed_is_forgotten() {
        try (Rig rig = new Rig()) {
            PermittedLinks links = new PermittedLinks(rig.room, Permissions.ALL);
            Link kept = links.open("sim:a", Rig.LINES);
            for (int i = 0; i < 100; i++) {
                Link link = links.open("sim:a", Rig.LINES);
                link.within(Duration.ofSeconds(1)).urgent().close();
                link.close();
                assertEquals(1, links.count());
            }
            kept.close();
            assertEquals(0, links.count());
        }
    }

    @Test
    void folders_are_checked_without_their_detours() {
        try (Rig rig = new Rig()) {
            Links links = rig.room.links(SOME);
            assertEquals(Path.of("/data/cycler/out"), links.files("/data/cycler/./in/../out"));
            assertThrows(SecurityException.class, () -> links.files("/data/cycler/../../etc/passwd"));
            assertThrows(SecurityException.class, () -> links.files("/etc/passwd"));
            assertThrows(IllegalArgumentException.class, () -> links.files("a\0b"));
        }
    }
}
