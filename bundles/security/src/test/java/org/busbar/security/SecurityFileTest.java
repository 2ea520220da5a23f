package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityFileTest {

    private static final String TRUST =
            "{\"trusted\": [{\"path\": \"/orchestrator\", \"address\": \"127.0.0.1\", \"user\": \"helao\"}]}";

    @TempDir
    Path lab;

    private void write(String text) throws IOException {
        Files.writeString(lab.resolve("security.json"), text);
    }

    @Test
    void without_it_a_login_holds_a_day_and_nobody_is_trusted() {
        SecurityFile file = new SecurityFile(lab);
        assertEquals(Duration.ofHours(24), file.login());
        assertEquals(List.of(), file.trusted());
    }

    @Test
    void trust_is_for_a_path_and_what_is_below_it_from_one_address() throws IOException {
        write(TRUST);
        Trusted one = new SecurityFile(lab).trusted().get(0);
        assertTrue(one.fits("/orchestrator", "127.0.0.1"));
        assertTrue(one.fits("/orchestrator/getStatus", "127.0.0.1"));
        assertFalse(one.fits("/orchestrators", "127.0.0.1"));
        assertFalse(one.fits("/api/v1/runs", "127.0.0.1"));
        assertFalse(one.fits("/orchestrator/getStatus", "127.0.0.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|the file is not a JSON object",
                "{\"trust\": []}|'trust'",
                "{\"login\": {\"hours\": 0}}|login.hours = 0",
                "{\"login\": {\"hours\": 1.5}}|login.hours = 1.5",
                "{\"login\": {\"hours\": 721}}|login.hours = 721",
                "{\"login\": {\"days\": 1}}|login has 'days'",
                "{\"trusted\": {}}|trusted is not a list",
                "{\"trusted\": [{\"path\": \"/\", \"address\": \"::1\", \"user\": \"u\"}]}|trusted[0].path = \"/\"",
                "{\"trusted\": [{\"path\": \"/a\", \"address\": \"host\", \"user\": \"u\"}]}|trusted[0].address = \"host\"",
                "{\"trusted\": [{\"path\": \"/a\", \"address\": \"1.2.3.999\", \"user\": \"u\"}]}|trusted[0].address",
                "{\"trusted\": [{\"path\": \"/a\", \"address\": \"::1\"}]}|trusted[0].user",
                "{\"trusted\": [{\"path\": \"/a\", \"address\": \"::1\", \"user\": \"u\", \"x\": 1}]}|trusted[0] has 'x'",
                "{\"trusted\"|line 1"
            })
    void a_fault_is_named_with_its_place(String text, String place) throws IOException {
        write(text);
        String fault = assertThrows(IllegalStateException.class, () -> new SecurityFile(lab))
                .getMessage();
        assertTrue(fault.contains("security.json") && fault.contains(place), fault);
    }

    @Test
    @Timeout(30)
    void it_is_read_again_when_it_has_changed_and_a_wrong_one_trusts_nobody() throws Exception {
        write(TRUST);
        SecurityFile file = new SecurityFile(lab);
        write("{\"trusted\": [], \"login\": {\"hours\": 2}}");
        while (!file.login().equals(Duration.ofHours(2))) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), file.trusted());
        write(TRUST);
        while (file.trusted().isEmpty()) {
            Thread.onSpinWait();
        }
        write(TRUST.replace("helao", "he lao"));
        while (!file.trusted().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
