package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated instrument in a process of its own, behind each kind of link that reaches one. */
class OtherProcessTest {

    /** Greets. */
    public static final class Greeter implements Simulator {
        @Override
        public Instrument instrument(Map<String, String> options) {
            return Instrument.answering("\n", line -> options.getOrDefault("greeting", "Hello") + " " + line);
        }
    }

    private final Rig rig = new Rig();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        rig.close();
        processes.forEach(Process::destroyForcibly);
    }

    private static List<String> command(String... more) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.busbar.links.serve.InstrumentCommand",
                "--simulator",
                Greeter.class.getName()));
        command.addAll(List.of(more));
        return command;
    }

    /** Starts it and waits until it says where it serves. */
    private String start(String... more) throws Exception {
        Process process = new ProcessBuilder(command(more))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        BufferedReader out = process.inputReader();
        return out.readLine();
    }

    @Test
    void over_a_terminal_and_tcp(@TempDir Path folder) throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        processes.add(Socat.start("pty,raw,echo=0,link=" + here, "pty,raw,echo=0,link=" + there));
        Rig.await(() -> Files.exists(here) && Files.exists(there));
        assertEquals("serving " + there, start("--pty", there.toString(), "--option", "greeting=Hi"));
        assertEquals("Hi you", rig.open("serial:" + here + "?timeout=5s").ask("you"));
        String uri = start("--tcp", "0").substring("serving ".length());
        assertEquals("Hello you", rig.open(uri + "?timeout=5s").ask("you"));
    }

    @Test
    void over_its_input_and_output() throws Exception {
        List<String> command = command("--stdio", "--option", "greeting=Hey");
        StringBuilder uri = new StringBuilder("process:" + command.get(0) + "?timeout=9s");
        for (String argument : command.subList(1, command.size())) {
            uri.append("&arg=")
                    .append(URLEncoder.encode(argument, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        Link link = rig.open(uri.toString());
        assertEquals("Hey you", link.ask("you"));
    }
}
