package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.busbar.api.event.LabEvent;
import org.junit.jupiter.api.Test;

/** A plug-in that cannot be used is reported in one sentence that names its file, and disturbs nothing. */
class BrokenPluginTest {

    private static Path truncated() throws IOException {
        Path jar = PluginJars.version("org.busbar.drivers.sim-formulator", "3.0.0");
        byte[] whole = Files.readAllBytes(jar);
        return Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    }

    private static Path text() throws IOException {
        return Files.writeString(Files.createTempFile("text", ".jar"), "This is no jar.\n");
    }

    private static Path noBundle() throws IOException {
        Path jar = Files.createTempFile("nobundle", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    @Test
    void broken_plugins_are_named_and_a_campaign_runs_on() throws IOException {
        TestLab lab = TestLab.create(1000, 1000).campaign(20, 2);
        Map<String, Path> jars = new LinkedHashMap<>();
        jars.put(
                "unresolvable",
                PluginJars.build(
                        "test.unresolvable",
                        "1",
                        "nodevice",
                        Map.of("Import-Package", "org.nowhere;version=\"[1,2)\",*")));
        jars.put(
                "newer",
                PluginJars.build(
                        "test.newer",
                        "1",
                        "sick",
                        Map.of("Import-Package", "org.busbar.api.device;version=\"[2,3)\",*")));
        jars.put(
                "activator",
                PluginJars.build(
                        "test.activator",
                        "1",
                        "activator",
                        Map.of("Bundle-Activator", "org.busbar.distribution.tests.activator.Thrower")));
        jars.put("text", text());
        jars.put("truncated", truncated());
        jars.put("nobundle", noBundle());
        Map<String, List<String>> said = Map.of(
                "unresolvable", List.of("test.unresolvable", "org.nowhere", "no bundle brings it"),
                "newer", List.of("test.newer", "org.busbar.api.device", "2.0", "1.0.0", "built for this Busbar"),
                "activator", List.of("test.activator", "no display in this lab"),
                "text", List.of("plugins/text.jar", "cannot be read as a jar"),
                "truncated", List.of("plugins/truncated.jar", "cannot be read as a jar"),
                "nobundle", List.of("plugins/nobundle.jar", "no OSGi bundle"));
        try (Server server = Server.start(lab)) {
            String campaign = server.beginCampaign();
            server.awaitTrials(campaign, 3);
            jars.forEach((name, jar) -> lab.drop(jar, name + ".jar"));
            said.forEach((name, words) -> {
                String fault = server.awaitFault("plugins/" + name + ".jar", words.toArray(new String[0]));
                assertEquals(1, fault.lines().count(), fault);
                assertTrue(fault.length() < 400, fault);
            });
            assertEquals(6, server.lab().faults().size(), server.lab().faults()::toString);
            lab.requireEachTrialOnce(server.awaitCampaign(campaign), 20);
            assertEquals(
                    said.keySet().stream()
                            .map(name -> "plugins/" + name + ".jar")
                            .sorted()
                            .toList(),
                    server.events(LabEvent.Faulted.class).stream()
                            .map(LabEvent.Faulted::plugin)
                            .sorted()
                            .toList());
            jars.keySet().forEach(name -> lab.delete("plugins/" + name + ".jar"));
            Await.until("no faults are left", () -> server.lab().faults().isEmpty());
        }
    }

    @Test
    void a_plugin_that_lacks_a_package_is_used_once_another_one_brings_it() {
        TestLab lab = TestLab.create(3000, 3000);
        Path user = PluginJars.build(
                "test.user", "1", "nodevice", Map.of("Import-Package", "org.busbar.distribution.tests.activator,*"));
        Path library = PluginJars.build(
                "test.library",
                "1",
                "activator",
                Map.of("-exportcontents", "org.busbar.distribution.tests.activator;version=1"));
        try (Server server = Server.start(lab)) {
            lab.drop(user, "user.jar");
            server.awaitFault("plugins/user.jar", "org.busbar.distribution.tests.activator", "no bundle brings it");
            lab.drop(library, "library.jar");
            Await.until(
                    "it is at work",
                    () -> server.lab().faults().isEmpty()
                            && server.lab().plugins().stream()
                                    .anyMatch(plugin -> plugin.offers().contains("nothing")));
        }
    }
}
