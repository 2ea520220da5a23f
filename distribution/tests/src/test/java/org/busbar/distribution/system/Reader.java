package org.busbar.distribution.system;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who types what a {@link Manual} says, in the folder of a lab whose server runs. */
final class Reader implements AutoCloseable {

    /** What the test itself has done already, what other tests do, and what belongs to the folder of the sources. */
    private static final Pattern NOT_HERE = Pattern.compile(
            "(export PATH|cd |\\./busbar |busbar (start|run) |mvn |cp distribution/).*", Pattern.DOTALL);

    private static final Pattern BLANK = Pattern.compile("<([a-z]+)>");
    private static final int STREAM_CUT = 28; // how curl says that its time was over

    private final GuardedServer server;
    private final Path folder;
    private final int finales;
    private final List<String> exports = new ArrayList<>();
    private final List<Process> going = new ArrayList<>();

    Reader(GuardedServer server, Path folder) throws IOException {
        this.server = server;
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            this.finales = free.getLocalPort();
        }
    }

    /**
     * Types every command, each again and again until it works, as what it asks about may need a moment.
     *
     * @return how many there were
     */
    int follow(Manual manual) throws Exception {
        int typed = 0;
        for (String command : manual.commands()) {
            if (!NOT_HERE.matcher(command).matches() && isThere(command) && type(command)) {
                typed++;
            }
        }
        return typed;
    }

    /** Not every machine that runs the tests has sqlite3. */
    private boolean isThere(String command) throws Exception {
        return !command.startsWith("sqlite3") || run("command -v sqlite3") == 0;
    }

    /** @return {@code false} if it has a blank that cannot be filled in */
    private boolean type(String command) throws Exception {
        String filled = filled(command);
        if (filled == null) {
            return false;
        }
        if (command.startsWith("export ")) {
            exports.add(filled);
        } else if (command.startsWith("python3 ")) {
            going.add(start(filled, folder.resolve("python.out")));
        } else {
            untilItWorks(command, filled);
        }
        return true;
    }

    private void untilItWorks(String command, String filled) throws Exception {
        try {
            LabServer.await(command, () -> works(filled));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + said(), e);
        }
    }

    private boolean works(String command) throws Exception {
        int code = run(command);
        return code == 0 || code == STREAM_CUT && command.contains("--max-time");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("typed.out"));
    }

    /**
     * For this server. An event stream is left after a moment, curl tells refusals by its exit code, and who is asked for a
     * password gives one.
     */
    private @Nullable String filled(String command) throws Exception {
        String here = command.replace("localhost:8181", server.url.replace("http://", ""))
                .replace("13371", String.valueOf(finales))
                .replace("curl ", "curl --fail-with-body ")
                .replace(" -N ", " -N --max-time 1 ")
                .replaceFirst("^(busbar (user add|login) [^#]*)", "echo 'long enough for me' | $1 --password-stdin ");
        Matcher blank = BLANK.matcher(here);
        if (!blank.find()) {
            return here;
        }
        return blank.group(1).equals("run") ? here.replace("<run>", openRun()) : null;
    }

    /** The run of a sequence that was begun by hand. */
    private String openRun() throws Exception {
        return LabServer.await("a run", () -> {
            String token = "Bearer " + server.localToken();
            String runs = server.send("GET", "/api/v1/runs?open=true", "", "Authorization", token)
                    .body();
            for (JsonNode run : JsonMapper.shared().readTree(runs)) {
                if (!run.get("askedBy").stringValue().startsWith("request:")) {
                    return run.get("id").stringValue();
                }
            }
            return null;
        });
    }

    private int run(String command) throws Exception {
        Process process = start(command, folder.resolve("typed.out"));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It has no end: " + command);
        }
        return process.exitValue();
    }

    private Process start(String command, Path out) throws IOException {
        File told = out.toFile();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", String.join("\n", exports) + "\n" + command)
                .directory(server.lab.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told);
        Map<String, String> environment = builder.environment();
        String java = System.getProperty("java.home");
        environment.put("PATH", LabServer.home().resolve("bin") + ":" + java + "/bin:" + environment.get("PATH"));
        environment.put("JAVA_HOME", java);
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.toString());
        environment.remove("BUSBAR_TOKEN");
        return builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : going) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
