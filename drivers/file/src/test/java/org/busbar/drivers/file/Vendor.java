package org.busbar.drivers.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The software of a density meter: takes jobs from a folder, and writes each result in two parts. A sample named slow is
 * measured for ever.
 */
final class Vendor implements AutoCloseable {

    private static final Charset ANSI = Charset.forName("windows-1252");

    final List<String> jobs = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Function<String, String> result;
    private final Thread worker = new Thread(this::work, "vendor");

    private Vendor(Path folder, Function<String, String> result) {
        this.folder = folder;
        this.result = result;
    }

    /** @param result the report on a job; its second half comes 100 ms after the first */
    static Vendor at(Path folder, Function<String, String> result) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("results"));
        Files.writeString(folder.resolve("status.txt"), "DVM 5000 IDLE\r\n");
        Vendor vendor = new Vendor(folder, result);
        vendor.worker.setDaemon(true);
        vendor.worker.start();
        return vendor;
    }

    static String report(String density) {
        return "Operator;A. Müller\r\n\r\nName;Density [g/cm³];Viscosity [Pa·s]\r\nx;0,9;0,001\r\nx;" + density
                + ";0,0025\r\n\r\nEnd of report\r\n";
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("jobs"), "*.{lims,txt}")) {
                    for (Path file : files) {
                        take(file);
                    }
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            jobs.add("broken: " + e);
        }
    }

    private void take(Path file) throws IOException, InterruptedException {
        String job;
        try {
            job = Files.readString(file, ANSI);
            Files.delete(file);
            jobs.add(job);
        } catch (NoSuchFileException e) {
            return; // taken back meanwhile
        }
        String name = file.getFileName().toString().replace(".lims", "");
        if (!job.contains("Sample=slow") && !name.equals("abort.txt")) {
            byte[] all = result.apply(name).getBytes(ANSI);
            Path part = folder.resolve("results").resolve(name + "_1.csv");
            Files.write(part, Arrays.copyOf(all, all.length / 2));
            Thread.sleep(100);
            Files.write(part, Arrays.copyOfRange(all, all.length / 2, all.length), StandardOpenOption.APPEND);
        }
    }

    @Override
    public void close() throws InterruptedException {
        worker.interrupt();
        worker.join(2000);
    }
}
