package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.busbar.api.event.LabEvent;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.busbar.api.lab.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plug-ins are put in, taken out and put back by a person while the lab is at work, and each call ends in a known state. */
class PluginShelfTest {

    private static final String DRIVER = "org.busbar.drivers.sim-formulator";
    private static final String SHIPPED = "1.0.0.SNAPSHOT";

    private TestLab lab;
    private Server server;

    private PluginShelf start(int trials) {
        lab = TestLab.create(1500, 1500).campaign(trials, 2);
        server = Server.start(lab);
        return server.service(PluginShelf.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What the devices of the driver say is their version. */
    private List<String> versions() {
        return TestLab.FORMULATORS.stream()
                .map(id -> server.station(id).orElseThrow().agent().version())
                .distinct()
                .toList();
    }

    private List<String> files() {
        try (var files = Files.list(lab.root().resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> kept(PluginShelf shelf) {
        return shelf.versions(DRIVER).stream()
                .map(version -> version.version() + (version.atWork() ? "*" : ""))
                .toList();
    }

    @Test
    void a_driver_is_upgraded_restored_rolled_back_and_removed_while_a_campaign_runs() throws Exception {
        PluginShelf shelf = start(40);
        String campaign = server.beginCampaign();
        server.awaitTrials(campaign, 3);
        Path newer = PluginJars.version(DRIVER, "1.1.0");
        PluginPreview preview = shelf.preview(newer);
        assertEquals(TestLab.FORMULATORS, preview.devices());
        assertEquals(SHIPPED, preview.before());
        assertTrue(preview.refusal().isEmpty(), preview::toString);
        Plugin plugin = shelf.install(newer, "ada");
        assertEquals(List.of("1.1.0", "plugins/" + DRIVER + "-1.1.0.jar"), List.of(plugin.version(), plugin.file()));
        assertEquals(List.of("1.1.0"), versions());
        Path bad = PluginJars.build(DRIVER, "2.0.0", "sick", Map.of());
        String said = assertThrows(IllegalArgumentException.class, () -> shelf.install(bad, "ada"))
                .getMessage();
        assertTrue(said.contains("the balance does not answer") && said.contains("1.1.0 is at work as before"), said);
        assertEquals(List.of("1.1.0"), versions());
        assertEquals(List.of(DRIVER + "-1.1.0.jar"), files());
        shelf.install(PluginJars.version(DRIVER, "1.2.0"), "ada");
        assertEquals("1.1.0", shelf.rollback(DRIVER, "bea").version());
        assertEquals(List.of("1.2.0", "1.1.0*", SHIPPED), kept(shelf));
        shelf.remove(DRIVER, "bea");
        assertEquals(List.of(SHIPPED), versions());
        assertEquals(List.of(), files());
        lab.requireEachTrialOnce(server.awaitCampaign(campaign), 40);
        assertEquals(
                List.of(
                        "installed 1.1.0 ada",
                        "installed 1.2.0 ada",
                        "rolled back 1.1.0 bea",
                        "removed " + SHIPPED + " bea"),
                server.events(LabEvent.PluginOrdered.class).stream()
                        .map(order -> order.what() + " " + order.version() + " " + order.by())
                        .toList());
        assertEquals(1, server.events(LabEvent.Restored.class).size());
        assertEquals(List.of(), server.lab().faults());
    }

    @Test
    void a_lab_that_requires_signatures_takes_what_its_makers_have_signed() throws Exception {
        PluginShelf shelf = start(1);
        lab.write("plugins.json", "{\"signatures\": \"required\"}");
        Path unsigned = PluginJars.version(DRIVER, "1.1.0");
        lab.drop(unsigned, "dropped.jar");
        server.awaitFault("plugins/dropped.jar", "not signed", "jarsigner");
        assertEquals(List.of(SHIPPED), versions());
        Path signed = signed(unsigned);
        String unknown = assertThrows(IllegalArgumentException.class, () -> shelf.install(signed, "ada"))
                .getMessage();
        assertTrue(unknown.contains("CN=maker, whom this lab does not trust"), unknown);
        Files.createDirectories(lab.root().resolve("trusted"));
        lab.write("trusted/maker.pem", certificate());
        assertEquals(
                new Signature(Signature.Kind.TRUSTED, "CN=maker"),
                shelf.install(signed, "ada").signature());
        assertEquals(List.of("1.1.0"), versions());
        assertEquals(List.of(DRIVER + "-1.1.0.jar"), files());
        Await.until("the fault is gone", () -> server.lab().faults().isEmpty());
    }

    private KeyStore keys() throws Exception {
        Path file = lab.root().resolve("maker.p12");
        if (!Files.exists(file)) {
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(
                            tool,
                            "-genkeypair",
                            "-alias",
                            "maker",
                            "-dname",
                            "CN=maker",
                            "-keyalg",
                            "EC",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            "changeit")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, process.waitFor());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    private String certificate() throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys().getCertificate("maker").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private Path signed(Path jar) throws Exception {
        PrivateKey key = (PrivateKey) keys().getKey("maker", "changeit".toCharArray());
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(keys().getCertificate("maker")));
        Path signed = jar.resolveSibling("signed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key, path).build().sign(in, out);
        }
        return signed;
    }
}
