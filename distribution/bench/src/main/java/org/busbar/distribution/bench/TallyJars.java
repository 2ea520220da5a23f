package org.busbar.distribution.bench;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.busbar.distribution.bench.tally.Tally;

/** Version after version of one driver, each a jar of its own content. */
final class TallyJars implements AutoCloseable {

    private final Builder builder = new Builder();
    private final Path folder;
    private final Jar jar;

    /** @param folder where jars are made */
    TallyJars(Path folder) throws Exception {
        this.folder = folder;
        String name = Tally.class.getPackageName();
        Path classes = Path.of(
                Tally.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        builder.setProperty("Bundle-SymbolicName", name);
        builder.setProperty("Bundle-Version", version(0));
        builder.setProperty("Private-Package", name);
        builder.setProperty("-noextraheaders", "true");
        builder.setProperty("-noimportjava", "true");
        builder.setProperty("Import-Package", "!org.jspecify.annotations, *");
        builder.setClasspath(new File[] {
            classes.toFile(),
            new File(org.busbar.api.Values.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
        });
        jar = builder.build();
        if (!builder.isOk()) {
            throw new IOException(name + " cannot be packed: " + builder.getErrors() + builder.getWarnings());
        }
    }

    static String version(int number) {
        return "1.0." + number;
    }

    /** Puts a version in the place of the one before. */
    void drop(int number, Path plugins) throws Exception {
        jar.getManifest().getMainAttributes().putValue("Bundle-Version", version(number));
        Path made = folder.resolve("tally.jar");
        jar.write(made.toFile());
        Files.setLastModifiedTime(made, FileTime.from(Instant.now())); // bnd gives all versions the time of the classes
        Files.move(
                made,
                plugins.resolve("tally.jar"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        builder.close();
    }
}
