package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Beginning a plug-in. */
class NewCommandTest {

    @TempDir
    Path folder;

    private Path lab;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void make() throws Exception {
        lab = Files.createDirectories(folder.resolve("lab"));
    }

    private int begin(String... arguments) {
        NewCommand command = new NewCommand();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .parseArgs(Stream.concat(Stream.of("--dir", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
        return command.call();
    }

    @Test
    void a_driver_has_its_first_device_in_the_lab() throws Exception {
        assertEquals(0, begin("driver", "my-pump", "--lab", lab.toString()));
        JsonNode devices = Client.JSON.readTree(Files.readString(lab.resolve("devices/my-pump-1.json")));
        JsonNode settings = devices.path("org.example.mypump.MyPump~my-pump-1");
        assertEquals("my-pump-1", settings.path("lab.id").asString());
        assertEquals("sim:my-pump", settings.path("link").asString());
        String readme = Files.readString(folder.resolve("my-pump/README.md"));
        String shown = readme.replaceFirst("(?s).*```json\n(.*?)```.*", "$1");
        assertEquals(devices, Client.JSON.readTree(shown), "what the README shows");
    }

    @Test
    void what_to_do_next_is_said() {
        begin("driver", "my-pump", "--lab", lab.toString());
        String project = folder.resolve("my-pump").toString();
        assertTrue(out.toString().contains("mvn -q -f " + project + " package"), out::toString);
        assertTrue(out.toString().contains("busbar plugin install " + project), out::toString);
        assertFalse(out.toString().contains("lab.id"), out::toString);
    }

    @Test
    void outside_of_a_lab_the_settings_of_the_device_are_said() {
        begin("driver", "my-pump");
        assertTrue(out.toString().contains("devices/my-pump-1.json"), out::toString);
        assertTrue(out.toString().contains("\"link\":\"sim:my-pump\""), out::toString);
    }

    @Test
    void other_plugins_need_no_device() throws Exception {
        assertThrows(Failure.class, () -> begin("analysis", "my-fit", "--lab", lab.toString()));
        begin("analysis", "my-fit");
        assertFalse(Files.exists(lab.resolve("devices")));
        assertTrue(Files.exists(folder.resolve("my-fit/src/main/java/org/example/myfit/MyFit.java")));
    }

    @Test
    void what_is_there_is_left_as_it_is() throws Exception {
        Path project = Files.createDirectories(folder.resolve("my-pump"));
        Failure no = assertThrows(Failure.class, () -> begin("driver", "my-pump", "--lab", lab.toString()));
        assertTrue(no.getMessage().contains(project + " exists already"), no::getMessage);
        assertFalse(Files.exists(lab.resolve("devices")));
        Files.delete(project);
        Files.createDirectories(lab.resolve("devices"));
        Files.writeString(lab.resolve("devices/my-pump-1.json"), "mine");
        assertThrows(Failure.class, () -> begin("driver", "my-pump", "--lab", lab.toString()));
        assertFalse(Files.exists(project));
        assertEquals("mine", Files.readString(lab.resolve("devices/my-pump-1.json")));
    }

    @Test
    void an_unknown_kind_is_refused_with_those_there_are() {
        CommandLine line = new CommandLine(new NewCommand());
        Exception no = assertThrows(CommandLine.ParameterException.class, () -> line.parseArgs("robot", "my-pump"));
        assertTrue(no.getMessage().contains("driver") && no.getMessage().contains("mapping"), no::getMessage);
    }
}
