package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final LabFolder lab = new LabFolder(Path.of("/labs/electrolyte"));
    private final Map<String, Object> settings = settings(false, Optional.empty());

    private Map<String, Object> settings(boolean insecure, Optional<Tls> tls) {
        return Settings.of(Path.of("/opt/busbar"), lab, new Listener("127.0.0.1", 9000, insecure, tls), false);
    }

    @Test
    void names_the_lab_and_the_distribution() {
        assertEquals("/labs/electrolyte", settings.get("busbar.lab"));
        assertEquals("/opt/busbar", settings.get("busbar.home"));
        assertEquals("/labs/electrolyte/data/cache", settings.get("org.osgi.framework.storage"));
    }

    @Test
    void listens_on_this_machine_only() {
        assertEquals("9000", settings.get("org.osgi.service.http.port"));
        assertEquals("127.0.0.1", settings.get("org.apache.felix.http.host"));
    }

    @Test
    void security_is_on_unless_told_otherwise() {
        assertNull(settings.get("busbar.security"));
        assertEquals("insecure-local", settings(true, Optional.empty()).get("busbar.security"));
    }

    @Test
    void tls_leaves_no_plain_http() {
        Map<String, Object> tls = settings(false, Optional.of(new Tls(Path.of("/k.p12"), "secret", "pem")));
        assertEquals("false", tls.get("org.apache.felix.http.enable"));
        assertEquals("true", tls.get("org.apache.felix.https.enable"));
        assertEquals("9000", tls.get("org.osgi.service.http.port.secure"));
        assertEquals("/k.p12", tls.get("org.apache.felix.https.keystore"));
        assertEquals("secret", tls.get("org.apache.felix.https.keystore.password"));
    }

    @Test
    void watches_the_four_folders_and_never_refreshes_the_platform() {
        assertEquals(
                "/labs/electrolyte/plugins,/labs/electrolyte/devices,/labs/electrolyte/sequences,/labs/electrolyte/campaigns",
                settings.get("felix.fileinstall.dir"));
        assertEquals("managed", settings.get("felix.fileinstall.optionalImportRefreshScope"));
        assertEquals("managed", settings.get("felix.fileinstall.fragmentRefreshScope"));
        assertEquals("skip", settings.get("felix.fileinstall.subdir.mode"));
    }

    @Test
    void exports_both_generations_of_slf4j() {
        String exports = String.valueOf(settings.get("org.osgi.framework.system.packages.extra"));
        assertTrue(exports.contains("org.slf4j;version=2.0.20,"), exports);
        assertTrue(exports.contains("org.slf4j;version=1.7.36,"), exports);
    }
}
