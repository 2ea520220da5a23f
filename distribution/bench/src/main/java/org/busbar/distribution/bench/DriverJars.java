package org.busbar.distribution.bench;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Jars with the example driver, each under a name and in a package of its own, since two jars with one device type would
 * share their configurations.
 */
final class DriverJars {

    /** The driver within the checkout. */
    static final String SOURCE = "distribution/bench/src/main/java/org/busbar/distribution/bench/driver/Balance.java";

    private final Path folder;
    private final Path classes;
    private final Path api;

    private DriverJars(Path folder, Path api) {
        this.folder = folder;
        this.classes = folder.resolve("classes");
        this.api = api;
    }

    /** The package and symbolic name of one of the drivers; its device type is {@code <name>.Balance}. */
    static String name(int index) {
        return String.format(Locale.ROOT, "bench.balance%02d", index);
    }

    /** Compiles and packs so many drivers. */
    static List<Path> build(Workplace place, int count) throws Exception {
        Path folder = Files.createDirectories(place.work().resolve("drivers"));
        DriverJars jars = new DriverJars(folder, place.jar("bundle", "org.busbar.api"));
        jars.compile(Files.readString(place.root().resolve(SOURCE)), count);
        List<Path> built = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            built.add(jars.pack(name(index)));
        }
        return built;
    }

    private void compile(String source, int count) throws IOException {
        Files.createDirectories(classes);
        List<File> sources = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Path file = folder.resolve("src/" + name(index).replace('.', '/') + "/Balance.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.replaceFirst("package [\\w.]+;", "package " + name(index) + ";"));
            sources.add(file.toFile());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                api + File.pathSeparator + System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromFiles(sources))
                    .call();
            if (!compiled) {
                throw new IOException("The example driver does not compile; see above");
            }
        }
    }

    private Path pack(String name) throws Exception {
        Path jar = folder.resolve(name + ".jar");
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Private-Package", name);
            builder.setProperty("-noextraheaders", "true");
            builder.setProperty("-noimportjava", "true");
            builder.setClasspath(new File[] {classes.toFile(), api.toFile()});
            Jar built = builder.build();
            if (!builder.isOk()) {
                throw new IOException(name + " cannot be packed: " + builder.getErrors() + builder.getWarnings());
            }
            built.write(jar.toFile());
        }
        return jar;
    }
}
