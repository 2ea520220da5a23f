package org.busbar.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the launcher as a process, as the start script does. */
@Timeout(60)
class LauncherTest {

    @TempDir
    Path folder;

    private Path home;
    private Path lab;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectory(folder.resolve("a home"));
        lab = Files.createDirectory(folder.resolve("lab"));
        output = folder.resolve("output");
        Files.createDirectory(home.resolve("bundle"));
    }

    @Test
    void announces_the_port_and_takes_it_back_at_the_end() throws Exception {
        Jars.write(home.resolve("bundle/http.jar"), "http", FakeHttp.class);
        Files.writeString(Files.createDirectories(lab.resolve("data")).resolve("server.json"), "of a killed server");
        Process server = launch("lab", "--port", "0");
        Path announcement = lab.resolve("data/server.json");
        await(server, "Busbar is ready at http://127.0.0.1:4711 (lab lab) after ");
        assertEquals(
                "{\"url\":\"http://127.0.0.1:4711\",\"pid\":" + server.pid() + "}\n", Files.readString(announcement));
        server.destroy();
        server.waitFor();
        assertFalse(Files.exists(announcement));
        assertTrue(output().contains("Busbar is stopped (lab lab)"), output());
    }

    @Test
    void a_platform_bundle_that_lacks_a_package_is_named_with_it() throws Exception {
        Jars.write(home.resolve("bundle/a.jar"), "needy", null, "Import-Package", "deep.blue;version=\"[2,3)\"");
        Jars.write(home.resolve("bundle/b.jar"), "shallow", null, "Export-Package", "deep.blue;version=1.0");
        assertEquals(1, launch("lab", "--port", "0").waitFor());
        assertTrue(output().contains("Bundle needy 1.2.3 cannot start: it requires osgi.wiring.package"), output());
        assertTrue(output().contains("(osgi.wiring.package=deep.blue)"), output());
        assertFalse(output().contains("\tat "), output());
    }

    @Test
    void the_innermost_cause_is_named() throws Exception {
        Jars.write(home.resolve("bundle/a.jar"), "outer", null, "Import-Package", "middle");
        Jars.write(home.resolve("bundle/b.jar"), "inner", null, "Export-Package", "middle", "Import-Package", "lost");
        assertEquals(1, launch("lab", "--port", "0").waitFor());
        assertTrue(
                output().contains("Bundle inner 1.2.3 cannot start: it requires osgi.wiring.package")
                        || output().contains("inner, which it needs, requires osgi.wiring.package"),
                output());
        assertTrue(output().contains("(osgi.wiring.package=lost)"), output());
    }

    @Test
    void a_platform_bundle_that_throws_is_named_with_the_reason() throws Exception {
        Jars.write(home.resolve("bundle/a.jar"), "pump", Broken.class);
        assertEquals(1, launch("lab", "--port", "0").waitFor());
        assertTrue(output().contains("Bundle pump 1.2.3 cannot start: "), output());
        assertTrue(output().contains("the tank is empty"), output());
    }

    @Test
    void a_broken_plugin_does_not_keep_the_platform_from_starting() throws Exception {
        Jars.write(home.resolve("bundle/http.jar"), "http", FakeHttp.class);
        Jars.write(home.resolve("plugins/pump.jar"), "pump", Broken.class);
        Process server = launch("lab", "--port", "0");
        await(server, "Busbar is ready");
        assertTrue(output().contains("Bundle pump 1.2.3 cannot start: "), output());
        server.destroy();
        server.waitFor();
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    1,
                    launch("lab", "--port", String.valueOf(taken.getLocalPort()))
                            .waitFor());
            assertTrue(output().contains("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used"), output());
        }
    }

    @Test
    void wrong_arguments_end_with_exit_code_2() throws Exception {
        assertEquals(2, launch("nowhere").waitFor());
        assertEquals(1, output().lines().count(), output());
        assertTrue(output().contains("nowhere does not exist"), output());
    }

    private Process launch(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbusbar.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private void await(Process server, String line) throws Exception {
        while (!output().contains(line)) {
            assertFalse(server.waitFor(20, TimeUnit.MILLISECONDS), output());
        }
    }

    private String output() throws IOException {
        return Files.readString(output);
    }
}
