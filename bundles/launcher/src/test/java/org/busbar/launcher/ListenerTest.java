package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

    @TempDir
    Path folder;

    private Listener listener(String... options) throws Refusal {
        String[] words = new String[options.length + 1];
        words[0] = "lab";
        System.arraycopy(options, 0, words, 1, options.length);
        return Listener.of(Arguments.parse(words), new LabFolder(folder));
    }

    private String refusal(String... options) {
        Refusal refusal = assertThrows(Refusal.class, () -> listener(options));
        assertEquals(2, refusal.exitCode());
        return refusal.sentence();
    }

    private void keystore(String... more) throws Exception {
        Files.writeString(folder.resolve("password"), "changed it\nnot this");
        Keystores.make(folder.resolve("key.p12"), "changed it", more);
    }

    @Test
    void it_is_this_machine_alone_unless_told_otherwise() throws Refusal {
        assertEquals(new Listener("127.0.0.1", 8181, false, Optional.empty()), listener());
        assertEquals("http://127.0.0.1:4711", listener().url(4711));
        assertTrue(listener("--insecure-local").insecureLocal());
        assertTrue(listener("--insecure-local", "--host", "localhost").insecureLocal());
    }

    @Test
    void the_command_line_counts_more_than_the_file() throws Exception {
        Files.writeString(folder.resolve("server.properties"), "port = 9000\nhost = 0.0.0.0\n");
        assertEquals(new Listener("0.0.0.0", 9000, false, Optional.empty()), listener());
        assertEquals(new Listener("::1", 0, false, Optional.empty()), listener("--port", "0", "--host", "::1"));
        assertEquals("http://127.0.0.1:9000", listener().url(9000), "for programs of this machine");
        assertEquals("http://[::1]:9000", listener("--host", "::1").url(9000));
    }

    @Test
    void a_setting_nobody_knows_is_named() throws IOException {
        Files.writeString(folder.resolve("server.properties"), "hots = 0.0.0.0\n");
        assertTrue(refusal().contains("'hots'"), refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "65536", "-1", "8o", "99999999999"})
    void a_port_is_a_number_up_to_65535(String port) {
        assertTrue(refusal("--port", port).startsWith("--port needs a number from 0 (any free port) to 65535"));
    }

    @Test
    void who_asks_nobody_serves_this_machine_only() {
        assertTrue(refusal("--insecure-local", "--host", "0.0.0.0").contains("which others can reach"));
        assertTrue(refusal("--host", "no such host").contains("is no address of this machine"));
    }

    @Test
    void tls_takes_the_place_of_plain_http() throws Exception {
        keystore();
        Listener listener = listener("--tls-keystore", "key.p12", "--tls-password-file", "password");
        assertEquals("https://127.0.0.1:8443", listener.url(listener.port()));
        assertTrue(listener.tls().orElseThrow().certificate().startsWith("-----BEGIN CERTIFICATE-----\nMII"));
        assertEquals(
                9000,
                listener("--tls-keystore", "key.p12", "--tls-password-file", "password", "--port", "9000")
                        .port());
    }

    @Test
    void tls_that_cannot_be_spoken_is_refused_before_anything_starts() throws Exception {
        keystore("-startdate", "-10d", "-validity", "5");
        assertTrue(refusal("--tls-keystore", "key.p12").contains("go together"));
        assertTrue(refusal("--tls-keystore", "key.p12", "--tls-password-file", "password")
                .contains("is not valid today"));
        Files.writeString(folder.resolve("password"), "wrong");
        assertTrue(refusal("--tls-keystore", "key.p12", "--tls-password-file", "password")
                .contains("TLS cannot be spoken with the key in"));
        Files.writeString(folder.resolve("junk"), "junk");
        assertTrue(refusal("--tls-keystore", "junk", "--tls-password-file", "password")
                .contains("TLS cannot be spoken"));
        assertTrue(refusal("--tls-keystore", "none", "--tls-password-file", "password")
                .contains("TLS cannot be spoken"));
    }
}
