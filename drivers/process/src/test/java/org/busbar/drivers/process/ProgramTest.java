package org.busbar.drivers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

    @TempDir
    Path folder;

    /** A device with the one action {@code go}, whose only step is given. */
    private Device going(String takes, String gives, String step) throws Exception {
        return Given.program(description(takes, gives, step), folder.resolve("calls"));
    }

    private Device going(String step) throws Exception {
        return going("{}", "{}", step);
    }

    private Path description(String takes, String gives, String step) throws Exception {
        return Files.writeString(
                folder.resolve("it.yaml"),
                "instrument: it\nidentity: none\nsafe: []\nactions:\n  go:\n    takes: " + takes + "\n    gives: "
                        + gives + "\n    does: {" + step + "}\n");
    }

    private Device model() {
        return Given.program(Path.of(Given.MODEL), folder.resolve("calls"));
    }

    private static Values go(Device device) throws Exception {
        return Given.perform(device, "go", Values.none());
    }

    private List<Path> calls() throws Exception {
        try (Stream<Path> all = Files.list(folder.resolve("calls"))) {
            return all.sorted().toList();
        }
    }

    @Test
    void arguments_have_the_unit_of_the_description() throws Exception {
        Values inputs = Values.of("x", Quantity.of(2.5, "cm")).with("factor", Quantity.of(3, "1"));
        assertEquals(
                Quantity.of(75, "mm"), Given.perform(model(), "scale", inputs).get("y"));
    }

    @Test
    void json_goes_in_and_comes_out() throws Exception {
        Values out = Given.perform(model(), "echo_json", ProgramContractTest.json());
        assertEquals(Quantity.of(1.5, "V"), out.get("x"));
        assertEquals(new Text("slow"), out.get("mode"));
        assertEquals(new Text("a \"b\" \\ µ; $(reboot)"), out.get("note"));
        assertEquals(Series.of("s", 0.001, 0.0025), out.get("points"));
    }

    @Test
    void a_text_is_one_argument_and_no_command() throws Exception {
        Device device = going(
                "{t: {type: text}}",
                "{n: {type: whole}, t: {type: text}}",
                "run: [sh, -c, 'echo \"$#:$1\"', sh, '{t}'], reply: '{n}:{t}'");
        Text evil = new Text("a  b; rm -rf $HOME `id` 'x' \"y\" *");
        Values out = Given.perform(device, "go", Values.of("t", evil));
        assertEquals(evil, out.get("t"));
        assertEquals(1, out.quantity("n").value());
    }

    @Test
    void standard_input_may_be_any_text() throws Exception {
        Device device = going(
                "{x: {unit: V, min: 0, max: 9}}",
                "{y: {unit: V}}",
                "run: [cat], input: 'x={x:%.2f};', reply: 'x={y};'");
        Values out = Given.perform(device, "go", Values.of("x", Quantity.of(2, "V")));
        assertEquals(Quantity.of(2, "V"), out.get("y"));
    }

    @Test
    void another_exit_code_than_0_fails_with_the_last_lines_of_stderr() throws Exception {
        Device device = going("run: [sh, -c, 'for i in $(seq 1 30); do echo line $i >&2; done; exit 3']");
        DeviceException e = assertThrows(DeviceException.class, () -> go(device));
        assertEquals(Detail.REFUSED, e.detail());
        assertTrue(e.getMessage().contains("ended with exit code 3: line 21\nline 22"), e.getMessage());
        assertTrue(e.getMessage().contains("line 30 (all in "), e.getMessage());
    }

    @Test
    void a_program_that_is_not_there_is_named() throws Exception {
        Device device = going("run: [no-such-program-7]");
        DeviceException e = assertThrows(DeviceException.class, () -> go(device));
        assertEquals(Detail.CONFIGURATION, e.detail());
        assertTrue(e.getMessage().contains("Nothing was run: no-such-program-7 cannot be started"), e.getMessage());
    }

    @Test
    void a_program_that_hangs_is_ended_with_its_children() throws Exception {
        Device device =
                going("run: [sh, -c, 'sleep 61 & echo $! > child; trap \"\" TERM; wait; sleep 62'], timeout: 300 ms");
        LinkException e = assertThrows(LinkException.class, () -> go(device));
        assertEquals(LinkException.Kind.NO_REPLY, e.kind());
        assertTrue(e.getMessage().contains("did not end within 300 ms"), e.getMessage());
        assertGone(child());
    }

    @Test
    void interrupted_a_program_is_ended_with_its_children() throws Exception {
        Device device = going("run: [sh, -c, 'sleep 61 & echo $! > child; wait']");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread worker = start(device, end);
        long child = child();
        worker.interrupt();
        assertInstanceOf(InterruptedException.class, end.get(5, TimeUnit.SECONDS));
        assertGone(child);
    }

    @Test
    void made_safe_a_program_is_ended() throws Exception {
        Device device = going("run: [sh, -c, 'sleep 61 & echo $! > child; wait']");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        start(device, end);
        long child = child();
        device.makeSafe();
        assertTrue(end.get(5, TimeUnit.SECONDS).getMessage().contains("was stopped by makeSafe"));
        assertGone(child);
    }

    @Test
    void taken_away_a_device_leaves_no_program_behind() throws Exception {
        Program device = (Program) going("run: [sh, -c, 'sleep 61 & echo $! > child; wait']");
        start(device, new CompletableFuture<>());
        long child = child();
        device.close();
        assertGone(child);
    }

    private static Thread start(Device device, CompletableFuture<Throwable> end) {
        Thread worker = new Thread(() -> {
            try {
                go(device);
                end.complete(new AssertionError("It went on to the end"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    /** The number of the process that the program has begun, as it has written it down. */
    private long child() throws Exception {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end) {
            Optional<String> text = written();
            if (text.isPresent()) {
                return Long.parseLong(text.get());
            }
            Thread.sleep(10);
        }
        throw new AssertionError("The program has not begun another one");
    }

    private Optional<String> written() throws Exception {
        if (!Files.exists(folder.resolve("calls")) || calls().isEmpty()) {
            return Optional.empty();
        }
        Path file = calls().get(0).resolve("child");
        return Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static void assertGone(long pid) throws Exception {
        Instant end = Instant.now().plusSeconds(5);
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            assertTrue(Instant.now().isBefore(end), "process " + pid + " is still there");
            Thread.sleep(10);
        }
    }

    @Test
    void a_program_that_says_too_much_is_ended() throws Exception {
        Device device = going("run: [sh, -c, 'yes | head -c 50000000; sleep 60']");
        LinkException e = assertThrows(LinkException.class, () -> go(device));
        assertEquals(LinkException.Kind.GARBLED, e.kind());
        assertTrue(e.getMessage().contains("said more than 1 MB"), e.getMessage());
    }

    @Test
    void output_that_does_not_fit_leaves_the_outcome_unknown() throws Exception {
        Device device = going("{}", "{y: {unit: V}}", "run: [echo, hello], reply: 'y = {y}'");
        LinkException e = assertThrows(LinkException.class, () -> go(device));
        assertTrue(
                e.getMessage().contains("'echo hello' was answered 'hello\n', which does not fit 'y = {y}'"),
                e.getMessage());
    }

    @Test
    void each_call_has_a_folder_of_its_own_and_the_latest_are_kept() throws Exception {
        Path description = description(
                "{}", "{n: {type: whole}}", "run: [sh, -c, 'ls | wc -l; mkdir -p a/b; touch a/b/c'], reply: '{n}'");
        Program device =
                new Given(description.toString(), folder.resolve("calls").toString(), 2, 1).program();
        for (int i = 0; i < 4; i++) {
            assertEquals(3, go(device).quantity("n").value(), "stdin.txt, stdout.txt and stderr.txt");
        }
        assertEquals(2, calls().size());
        assertTrue(Files.exists(calls().get(1).resolve("a/b/c")));
    }

    @Test
    void a_folder_that_is_not_of_a_call_is_never_deleted() throws Exception {
        Path precious = Files.createDirectories(folder.resolve("calls/call-of-nature"));
        Program device = new Given(
                        description("{}", "{}", "run: ['true']").toString(),
                        folder.resolve("calls").toString(),
                        1,
                        1)
                .program();
        go(device);
        go(device);
        assertTrue(Files.exists(precious));
        assertEquals(2, calls().size());
    }

    @Test
    void secrets_of_the_server_are_not_in_the_environment() throws Exception {
        Device device = going("{}", "{e: {type: text}}", "run: [env], environment: {MODEL: seven}, reply: '{e}'");
        String environment = ((Text) go(device).get("e")).text();
        String names = Arrays.stream(environment.split("\n"))
                .map(line -> line.replaceFirst("=.*", ""))
                .collect(Collectors.joining(" "));
        assertTrue(environment.contains("MODEL=seven"), names);
        assertFalse(names.contains("MAVEN") || names.contains("JAVA"), names);
    }

    @Test
    void a_program_that_is_another_one_is_an_identity_mismatch() throws Exception {
        Path file = description("{}", "{}", "run: ['true']");
        Files.writeString(
                file, Files.readString(file).replace("identity: none", "identity: {run: [echo, v1], expect: v2}"));
        Device device = Given.program(file, folder.resolve("calls"));
        DeviceException e = assertThrows(DeviceException.class, device::selfTest);
        assertEquals(Detail.IDENTITY_MISMATCH, e.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run: [] | go.does.run: the program is missing",
                "run: './absent.sh' | absent.sh: a word that begins with ./ is a file beside the description",
                "run: [echo, '{x}'] | go.does.run.2: there is no value 'x' here",
                "run: [echo], output: xml | go.does.output: write json or text, not 'xml'",
                "run: [echo], timeout: soon | go.does.timeout: 'soon' is not a number with a unit",
                "run: [echo], shell: bash | go.does.shell: unknown key 'shell'",
                "exec: [echo] | a step has one of the words [run, until, wait], not [exec]",
            })
    void a_mistake_is_told_with_its_place(String step, String told) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> going(step)).getMessage();
        assertTrue(message.startsWith("it.yaml, line 8") && message.contains(told), message);
    }

    @Test
    void settings_out_of_their_ranges_are_refused() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Given(Given.MODEL, folder.toString(), 0, 1).program())
                .getMessage();
        assertEquals("keep = 0 is not from 1 to 100000", message);
    }

    @Test
    void the_simulation_of_the_examples_runs() throws Exception {
        Device cooling = Given.program(Path.of("examples/cooling.yaml"), folder.resolve("calls"));
        cooling.selfTest();
        Values inputs = Values.of("start", Quantity.of(373.15, "K"))
                .with("room", Quantity.of(20, "Cel"))
                .with("time", Quantity.of(10, "min"));
        Values out = Given.perform(cooling, "cool", inputs);
        assertEquals(20 + 80 / Math.E, out.quantity("temperature").in("Cel"), 1e-9);
        assertEquals(5, ((Series) out.get("curve")).size());
        DeviceException e = assertThrows(
                DeviceException.class, () -> Given.perform(cooling, "cool", inputs.with("time", Quantity.of(0, "s"))));
        assertTrue(e.getMessage().contains("exit code 1: time is 0: nothing to cool"), e.getMessage());
    }
}
