package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.busbar.json.Json;
import org.busbar.testkit.Verdicts.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BadgeTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    /** A contract of one test. */
    interface Small {
        @Assertion(1)
        void one_thing();
    }

    @AfterEach
    void forget() {
        System.clearProperty("busbar.key");
        System.clearProperty("busbar.key.password");
        System.clearProperty("busbar.by");
    }

    private static Verdicts verdicts(Ending ending) throws Exception {
        Verdicts verdicts = new Verdicts(Small.class);
        verdicts.add(Small.class.getMethod("one_thing"), ending, "a \"reason\"");
        return verdicts;
    }

    @Test
    void is_signed_with_the_key_that_is_given() throws Exception {
        Path store = folder.resolve("key.p12");
        makeKey(store);
        System.setProperty("busbar.key", store.toString());
        System.setProperty("busbar.key.password", PASSWORD);
        String badge = Badge.of(verdicts(Ending.PASSED));
        JsonNode read = Json.mapper().readTree(badge);
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(certificate(read));
        check.update(signed(badge).getBytes(StandardCharsets.UTF_8));
        assertTrue(check.verify(bytes(read, "signature")));
    }

    /** The badge without its last two members. */
    private static String signed(String badge) {
        return badge.substring(0, badge.indexOf(",\n  \"certificate\"")) + "\n}";
    }

    private static Certificate certificate(JsonNode badge) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes(badge, "certificate")));
    }

    private static byte[] bytes(JsonNode badge, String member) {
        return Base64.getDecoder().decode(badge.get(member).stringValue());
    }

    private static void makeKey(Path store) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "kit",
                        "-dname",
                        "CN=Kit",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), () -> "keytool failed");
    }

    @Test
    void a_key_that_cannot_be_used_is_told_of() throws Exception {
        Path store = Files.writeString(folder.resolve("key.p12"), "no key");
        System.setProperty("busbar.key", store.toString());
        Verdicts verdicts = verdicts(Ending.PASSED);
        assertThrows(IOException.class, () -> Badge.of(verdicts));
    }

    @Test
    void names_model_firmware_and_who_has_verified_a_real_instrument() throws Exception {
        System.setProperty("busbar.by", "A. Volta");
        Verdicts verdicts = verdicts(Ending.PASSED);
        verdicts.hardware("serial:/dev/ttyUSB0", "Doser 7, firmware 1.2");
        JsonNode badge = Json.mapper().readTree(Badge.of(verdicts));
        assertTrue(badge.get("verified").stringValue().startsWith("Doser 7, firmware 1.2, 20"));
        assertTrue(badge.get("verified").stringValue().endsWith(", by A. Volta"));
    }

    @Test
    void a_real_instrument_on_which_something_failed_is_not_verified() throws Exception {
        System.setProperty("busbar.by", "A. Volta");
        Verdicts verdicts = verdicts(Ending.FAILED);
        verdicts.hardware("serial:/dev/ttyUSB0", "Doser 7, firmware 1.2");
        JsonNode badge = Json.mapper().readTree(Badge.of(verdicts));
        assertEquals("unverified", badge.get("verified").stringValue());
        assertEquals(false, badge.get("conforms").booleanValue());
    }

    @Test
    void what_was_skipped_altogether_is_named_as_untried() throws Exception {
        JsonNode badge = Json.mapper().readTree(Badge.of(verdicts(Ending.SKIPPED)));
        assertEquals(13, badge.get("untried").size());
        assertEquals(1, badge.get("untried").get(0).intValue());
    }

    @Test
    void the_report_gives_the_reason_of_a_failure() throws Exception {
        String report = Report.of(verdicts(Ending.FAILED));
        assertTrue(report.contains("**failed**: one thing: a \"reason\""), report);
        assertTrue(report.contains("Does **not** conform"), report);
    }
}
