package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process with a Java machine holds.
 *
 * @param threads that have not ended
 * @param loaders class loaders of bundles
 * @param files open files and sockets
 */
record Footprint(long threads, long loaders, long files) {

    /** Collects the garbage of the process, then looks. */
    static Footprint of(long process) throws IOException, InterruptedException {
        jcmd(process, "GC.run");
        return new Footprint(
                lines(jcmd(process, "Thread.print"), "^\".*"),
                lines(jcmd(process, "VM.classloader_stats"), ".*BundleWiringImpl\\$BundleClassLoader.*"),
                files(process));
    }

    private static long lines(String text, String like) {
        return text.lines().filter(line -> line.matches(like)).count();
    }

    private static long files(long process) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process), "fd"))) {
            return files.count();
        }
    }

    private static String jcmd(long process, String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, String.valueOf(process), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd " + command + " of process " + process + " failed: " + answer);
        }
        return answer;
    }

    /** Whether nothing is more than it was. */
    boolean isWithin(Footprint before) {
        return threads <= before.threads && loaders <= before.loaders && files <= before.files;
    }
}
