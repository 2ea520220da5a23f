package org.busbar.drivers.file;

import static org.busbar.drivers.file.Bench.perform;
import static org.busbar.drivers.file.Bench.sample;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInstrumentTest {

    @TempDir
    Path folder;

    @TempDir
    Path lab;

    private final Bench bench = new Bench();

    private Device density() {
        return bench.driver(folder, Bench.file("density.yaml"));
    }

    private Device cycler() {
        return bench.driver(folder, Bench.file("cycler.yaml"));
    }

    private Device density(String right, String wrong) throws Exception {
        String good = Files.readString(Bench.file("density.yaml"));
        assertTrue(good.contains(right), right);
        return bench.driver(folder, Files.writeString(lab.resolve("density.yaml"), good.replace(right, wrong)));
    }

    private static List<String> names(Path in) throws Exception {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void a_job_is_given_and_its_result_is_read_kept_and_put_away() throws Exception {
        try (Vendor vendor = Vendor.at(folder, name -> Vendor.report("1,2345"))) {
            Values outputs = perform(density(), "measure", sample("vial-7"));
            assertEquals(1.2345, outputs.quantity("density").in("g/cm3"), 1e-12);
            assertEquals(0.0005, outputs.quantity("density").uncertainty());
            assertEquals(2.5, outputs.quantity("viscosity").in("mPa.s"), 1e-12);
            assertEquals(new Text("A. Müller"), outputs.get("operator"));
            String job = vendor.jobs.get(0);
            assertTrue(job.matches("\\[Job]\r\nName=dvm-[0-9-]+\r\nSample=vial-7\r\nTemperature=25.00\r\n"), job);
            assertTrue(bench.kept.get(0).endsWith("End of report\r\n"), bench.kept.toString());
            assertEquals(List.of("done"), names(folder.resolve("results")));
            assertEquals(1, names(folder.resolve("results/done")).size());
        }
    }

    @Test
    void columns_become_series() throws Exception {
        FutureTask<Values> collecting = begun(cycler(), "collect", Values.none());
        Thread.sleep(150);
        Files.writeString(folder.resolve("export.csv"), "t_ms,U\n0,3.1\n500,3.2\n1000,3.3\n");
        Values outputs = collecting.get(10, TimeUnit.SECONDS);
        assertArrayEquals(new double[] {0, 0.5, 1}, ((Series) outputs.get("time")).in(Unit.of("s")), 1e-12);
        assertArrayEquals(new double[] {3.1, 3.2, 3.3}, ((Series) outputs.get("voltage")).in(Unit.of("V")), 1e-12);
    }

    private static FutureTask<Values> begun(Device device, String action, Values inputs) {
        FutureTask<Values> task = new FutureTask<>(() -> perform(device, action, inputs));
        Thread worker = new Thread(task);
        worker.setDaemon(true);
        worker.start();
        return task;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "End of report          | End of rep                 | without",
                "Density [g/cm³]        | Dichte [g/cm³]             | no line has all the columns",
                "1,2345                 | n/a                        | 'n/a' is no number",
                "1,2345                 | 1.2345                     | ',' as decimal sign",
                "x;1,2345;              | x;                         | row 2 has 2 cells and not 3",
                "Operator;              | User;                      | does not fit"
            })
    void a_result_that_cannot_be_understood_is_kept_and_stays(String right, String wrong, String why) throws Exception {
        try (Vendor vendor = Vendor.at(folder, name -> Vendor.report("1,2345").replace(right, wrong))) {
            LinkException told = assertThrows(LinkException.class, () -> perform(density(), "measure", sample("a")));
            assertEquals(LinkException.Kind.GARBLED, told.kind());
            assertTrue(told.getMessage().contains(why), told.getMessage());
            assertEquals(1, bench.kept.size());
            assertEquals(1, names(folder.resolve("results")).size());
            assertEquals(1, vendor.jobs.size());
        }
    }

    @Test
    void a_result_out_of_its_range_is_refused() throws Exception {
        try (Vendor vendor = Vendor.at(folder, name -> Vendor.report("7,5"))) {
            DeviceException told =
                    assertThrows(DeviceException.class, () -> perform(density(), "measure", sample("a")));
            assertTrue(told.getMessage().contains("density = 7.5"), told.getMessage());
            assertEquals(1, vendor.jobs.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/b", "x*", "a?", "[ab]", "C:x", "a\\b"})
    void an_input_never_becomes_another_folder_or_pattern(String name) throws Exception {
        Values inputs = Values.of("name", new Text(name));
        DeviceException told = assertThrows(DeviceException.class, () -> perform(cycler(), "cycle", inputs));
        assertEquals(Detail.REFUSED, told.detail());
        assertEquals(List.of(), names(folder));
    }

    @Test
    void a_job_that_nobody_takes_is_no_reply_and_taken_back() throws Exception {
        Device cycler = cycler();
        Values inputs = Values.of("name", new Text("a"));
        LinkException told = assertThrows(LinkException.class, () -> perform(cycler, "cycle", inputs));
        assertEquals(LinkException.Kind.NO_REPLY, told.kind());
        assertEquals(List.of("a.job"), names(folder));
        cycler.makeSafe();
        assertEquals(List.of(), names(folder));
    }

    @Test
    void a_job_that_was_taken_cannot_be_said_to_be_stopped_unless_the_description_says_how() throws Exception {
        Device cycler = cycler();
        assertThrows(LinkException.class, () -> perform(cycler, "cycle", Values.of("name", new Text("a"))));
        Files.delete(folder.resolve("a.job"));
        IllegalStateException told = assertThrows(IllegalStateException.class, cycler::makeSafe);
        assertTrue(told.getMessage().contains("a.job"), told.getMessage());
        cycler.selfTest(); // a person has looked
        cycler.makeSafe();
    }

    @Test
    void an_action_is_stopped_as_the_description_says() throws Exception {
        try (Vendor vendor = Vendor.at(folder, name -> "")) {
            Device density = density();
            FutureTask<Values> measuring = begun(density, "measure", sample("slow"));
            for (int i = 0; i < 500 && vendor.jobs.isEmpty(); i++) {
                Thread.sleep(10);
            }
            density.makeSafe();
            ExecutionException told = assertThrows(ExecutionException.class, () -> measuring.get(5, TimeUnit.SECONDS));
            assertInstanceOf(IllegalStateException.class, told.getCause());
            for (int i = 0; i < 500 && vendor.jobs.size() < 2; i++) {
                Thread.sleep(10);
            }
            assertEquals("stop", vendor.jobs.get(1));
        }
    }

    @Test
    void a_job_that_was_not_taken_is_taken_back_when_interrupted() throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("results"));
        Thread worker = Thread.currentThread();
        FutureTask<Boolean> interrupting = new FutureTask<>(() -> {
            for (int i = 0; i < 500 && names(folder.resolve("jobs")).isEmpty(); i++) {
                Thread.sleep(10);
            }
            worker.interrupt();
            return true;
        });
        new Thread(interrupting).start();
        assertThrows(InterruptedException.class, () -> perform(density(), "measure", sample("a")));
        assertEquals(List.of("abort.txt"), names(folder.resolve("jobs")));
        assertTrue(interrupting.get());
    }

    @Test
    void another_instrument_is_noticed() throws Exception {
        Files.writeString(folder.resolve("status.txt"), "DVM 4500 IDLE");
        DeviceException told = assertThrows(DeviceException.class, density()::selfTest);
        assertEquals(Detail.IDENTITY_MISMATCH, told.detail());
    }

    @Test
    void a_folder_that_is_not_mounted_is_offline_and_nothing_is_written() {
        Device gone = bench.driver(folder.resolve("share"), Bench.file("density.yaml"));
        DeviceException told = assertThrows(DeviceException.class, gone::selfTest);
        assertEquals(Detail.OFFLINE, told.detail());
        told = assertThrows(DeviceException.class, () -> perform(gone, "measure", sample("a")));
        assertEquals(Detail.OFFLINE, told.detail());
        assertFalse(Files.exists(folder.resolve("share")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "job: jobs/{job}.lims  | file: jobs/{job}.lims  | one of the words",
                "lines: crlf           | lines: dos             | lines end with lf or crlf",
                "charset: windows-1252 | charset: ansi-99       | ansi-99",
                "separator: \";\"      | separator: \";;\"      | one character",
                "decimal: \",\"        | decimal: \";\"         | cannot be told apart",
                "within: 20 min        | within: 20             | is not a time",
                "rest: 200 ms          | pause: 200 ms          | unknown key 'pause'",
                "done: done            | done: ../done          | is no name of a folder",
                "raw: raw              | raw: file              | there is no output 'file'",
                "Sample={sample}       | Sample={vial}          | there is no value 'vial'",
                "density: Density      | mass: Density          | there is no output 'mass'",
                "in: Pa.s              | in: kg                 | cannot be converted",
                "media: text/csv       | media: text/plain      | write the same in both places"
            })
    void a_mistake_in_the_description_is_told(String right, String wrong, String why) {
        String told = assertThrows(IllegalArgumentException.class, () -> density(right, wrong))
                .getMessage();
        assertTrue(told.contains(why), told);
    }
}
