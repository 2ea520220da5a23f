package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.Signature;
import org.busbar.api.lab.Signature.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose jars a lab takes. */
class PluginSignatureTest {

    private static final String ENTRY = "org/busbar/lab/pump/Pump.class";
    private static final Instant EARLIER = Instant.parse("2023-06-01T12:00:00Z");

    @TempDir
    static Path shared;

    private static Makers makers;
    private static Path plain;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws Exception {
        makers = new Makers(shared.resolve("keys"));
        plain = new PumpJar("1.0.0").in(shared);
    }

    private static Signature of(Path jar, String... trusted) {
        return new SignatureCheck(() -> makers.certificates(trusted), Set::of).of(jar, Instant.now());
    }

    private static String broken(Path jar) {
        return assertThrows(IllegalArgumentException.class, () -> of(jar, "maker"))
                .getMessage();
    }

    @Test
    void a_jar_without_signature_says_so() {
        assertEquals(Signature.NONE, of(plain, "maker"));
    }

    @Test
    void a_signature_counts_if_its_certificate_is_trusted() throws Exception {
        Path signed = makers.sign(plain, "maker");
        assertEquals(new Signature(Kind.TRUSTED, "CN=maker"), of(signed, "stranger", "maker"));
        assertEquals(new Signature(Kind.UNKNOWN_SIGNER, "CN=maker"), of(signed, "stranger"));
        assertEquals(new Signature(Kind.UNKNOWN_SIGNER, "CN=maker"), of(signed));
    }

    @Test
    void an_authority_is_trusted_for_those_it_has_certified_and_not_for_its_name() throws Exception {
        Path signed = makers.signIssued(plain, "authority");
        assertEquals(new Signature(Kind.TRUSTED, "CN=stranger"), of(signed, "authority"));
        assertEquals(Kind.UNKNOWN_SIGNER, of(signed, "maker").kind());
        assertEquals(
                Kind.UNKNOWN_SIGNER,
                of(makers.signIssued(plain, "impostor"), "authority").kind());
    }

    @Test
    void an_entry_that_was_changed_added_or_taken_out_is_named() throws Exception {
        Path signed = makers.sign(plain, "maker");
        assertTrue(broken(makers.changed(signed, Map.of(ENTRY, "other")))
                .contains(ENTRY + " was changed after it was signed"));
        assertTrue(broken(makers.changed(signed, Map.of("more.txt", "more")))
                .contains("does not cover the entry more.txt"));
        assertTrue(broken(makers.changed(signed, Map.of(ENTRY, ""))).contains(ENTRY + " was taken out"));
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws Exception {
        Path jar = makers.changed(makers.sign(plain, "maker"), Map.of("META-INF/aaaa", "a", "META-INF/bbbb", "b"));
        String text = new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1)
                .replace("META-INF/bbbb", "META-INF/aaaa");
        Path twice = Files.write(folder.resolve("twice.jar"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(broken(twice).contains("the entry META-INF/aaaa twice"));
    }

    @Test
    void two_halves_signed_by_two_are_signed_by_nobody() throws Exception {
        Path both = makers.sign(makers.sign(plain, "stranger"), "maker");
        assertEquals(Kind.TRUSTED, of(both, "stranger").kind());
        assertEquals(Kind.TRUSTED, of(both, "maker").kind());
        Path half = makers.sign(makers.changed(makers.sign(plain, "stranger"), Map.of("new.txt", "new")), "maker");
        assertEquals(new Signature(Kind.TRUSTED, "CN=maker"), of(half, "maker"));
        assertEquals(new Signature(Kind.UNKNOWN_SIGNER, "CN=maker"), of(half, "stranger"));
    }

    @Test
    void a_certificate_that_has_expired_counts_for_what_came_before() throws Exception {
        Path signed = makers.sign(plain, "expired");
        Signature now = of(signed, "expired");
        assertEquals(Kind.UNKNOWN_SIGNER, now.kind());
        assertTrue(now.signer().startsWith("CN=expired (the certificate expired on 2024-01-01T"), now::signer);
        assertTrue(now.signer().contains("no timestamp"), now::signer);
        SignatureCheck check = new SignatureCheck(() -> makers.certificates("expired"), Set::of);
        assertEquals(Kind.TRUSTED, check.of(signed, EARLIER).kind());
        assertEquals(
                Kind.UNKNOWN_SIGNER,
                check.of(signed, EARLIER.minusSeconds(365L * 86_400)).kind());
    }

    @Test
    void a_timestamp_counts_if_its_authority_does() throws Exception {
        Instant stamped = Instant.now().plusSeconds(60);
        Timestamp stamp = new Timestamp(Date.from(stamped), makers.issued("authority"));
        Instant came = Instant.now();
        SignatureCheck check = new SignatureCheck(Set::of, () -> makers.certificates("authority"));
        assertEquals(stamped.toEpochMilli(), check.time(stamp, Set.of(), came).toEpochMilli());
        assertEquals(came, new SignatureCheck(Set::of, Set::of).time(stamp, Set.of(), came));
        assertEquals(came, check.time(new Timestamp(Date.from(stamped), makers.issued("impostor")), Set.of(), came));
        assertEquals(came, check.time(null, Set.of(), came));
    }

    @Test
    void a_lab_that_requires_signatures_takes_those_it_trusts_wherever_they_come_from() throws Exception {
        try (Workshop lab = new Workshop(folder.resolve("lab"), folder.resolve("home"))) {
            Files.writeString(lab.root.resolve("plugins.json"), "{\"signatures\": \"required\"}");
            Path signed = makers.sign(plain, "maker");
            refuses(lab, plain, "is not signed", "jarsigner");
            refuses(lab, signed, "signed by CN=maker, whom this lab does not trust", "folder trusted");
            assertEquals(
                    Kind.UNKNOWN_SIGNER, lab.plugins.preview(signed).signature().kind());
            lab.drop(plain, "dropped.jar");
            Workshop.await("the fault", () -> lab.faults()
                    .contains("plugins/dropped.jar: org.x.pump 1.0.0 is not used: it is not signed"));
            assertEquals(List.of(), lab.atWork(PumpJar.NAME));
            makers.trust("maker", lab.root);
            PluginPreview preview = lab.plugins.preview(signed);
            assertTrue(preview.refusal().isEmpty(), preview::toString);
            assertEquals(
                    new Signature(Kind.TRUSTED, "CN=maker"),
                    lab.plugins.install(signed, "ada").signature());
            assertEquals(List.of("org.x.pump-1.0.0.jar"), lab.files());
            refuses(lab, makers.changed(signed, Map.of(ENTRY, "other")), ENTRY, "was changed");
            assertEquals(List.of("1.0.0"), lab.atWork(PumpJar.NAME));
        }
    }

    @Test
    void a_broken_signature_is_refused_also_where_none_is_required() throws Exception {
        try (Workshop lab = new Workshop(folder.resolve("lab"), folder.resolve("home"))) {
            Path broken = makers.changed(makers.sign(plain, "maker"), Map.of(ENTRY, "other"));
            refuses(lab, broken, ENTRY, "was changed after it was signed");
            lab.drop(broken, "broken.jar");
            Workshop.await("the fault", () -> lab.faults()
                    .contains("plugins/broken.jar is not used: its signature is broken"));
            assertEquals(
                    Kind.UNKNOWN_SIGNER,
                    lab.plugins
                            .install(makers.sign(plain, "maker"), "ada")
                            .signature()
                            .kind());
        }
    }

    @Test
    void what_cannot_be_read_of_the_rules_is_said_and_lets_nothing_in() throws Exception {
        try (Workshop lab = new Workshop(folder.resolve("lab"), folder.resolve("home"))) {
            makers.trust("maker", lab.root);
            Files.writeString(lab.root.resolve("trusted/bad.cer"), "no certificate");
            assertEquals(
                    Kind.TRUSTED,
                    lab.plugins.preview(makers.sign(plain, "maker")).signature().kind());
            assertTrue(lab.faults().contains("trusted/bad.cer: it is no certificate"), lab::faults);
            Files.delete(lab.root.resolve("trusted/bad.cer"));
            for (String text : List.of("{", "{\"signatures\": \"reqired\"}", "{\"signature\": \"required\"}", "[]")) {
                Files.writeString(lab.root.resolve("plugins.json"), text);
                refuses(lab, plain, "plugins.json", "nothing is taken", "write {\"signatures\": \"required\"}");
            }
            Files.writeString(lab.root.resolve("plugins.json"), "{\"signatures\": \"optional\"}");
            assertEquals(Signature.NONE, lab.plugins.install(plain, "ada").signature());
        }
    }

    private static void refuses(Workshop lab, Path jar, String... parts) {
        String said = assertThrows(IllegalArgumentException.class, () -> lab.plugins.install(jar, "ada"))
                .getMessage();
        for (String part : parts) {
            assertTrue(said.contains(part), said);
        }
    }
}
