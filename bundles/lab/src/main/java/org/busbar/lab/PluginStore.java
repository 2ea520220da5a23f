package org.busbar.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.busbar.plug.Agents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of jars under their hash, so that neither a change nor the loss of a dropped file disturbs a bundle, and an older
 * version can be put back.
 */
final class PluginStore {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStore.class);
    private static final int MOST = 5; // versions of each plug-in

    private final Path folder;
    private final PluginHistory history;
    private final SignatureCheck signatures;

    PluginStore(Path folder, PluginHistory history, SignatureCheck signatures) {
        this.folder = folder;
        this.history = history;
        this.signatures = signatures;
    }

    PluginHistory history() {
        return history;
    }

    /** Whether the framework has installed something from here. */
    boolean holds(String location) {
        return location.startsWith("reference:" + folder.toUri());
    }

    /**
     * Reads a jar where it lies, with its signature.
     *
     * @throws IllegalArgumentException if it is no bundle, or its signature is broken; the message says why
     */
    PluginJar read(Path file, String name) {
        PluginJar jar = PluginJar.read(file, name);
        return jar.signed(signatures.of(file, history.kept(jar.sha256()).orElseGet(Instant::now)));
    }

    /**
     * Reads a jar and keeps a copy.
     *
     * @throws IllegalArgumentException if it is no bundle, its signature is broken, or it cannot be copied
     */
    PluginJar keep(Path file, String name) {
        try {
            Files.createDirectories(folder);
            Path incoming = Files.createTempFile(folder, "incoming", ".part");
            try {
                Files.copy(file, incoming, StandardCopyOption.REPLACE_EXISTING);
                PluginJar jar = read(incoming, name);
                Path kept = folder.resolve(jar.sha256() + ".jar");
                if (!isKept(jar, kept)) {
                    Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                return jar.keptAs(kept);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file cannot be read as a jar: it cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Whether the copy is there and good: a bundle may be running from it. */
    private static boolean isKept(PluginJar jar, Path kept) {
        return Files.exists(kept) && Agents.sha256(kept).equals(jar.sha256());
    }

    /**
     * A jar that was kept.
     *
     * @throws IllegalArgumentException if it is not there any more, or its signature is not good any more
     */
    PluginJar open(PluginHistory.Entry entry) {
        Path kept = copy(entry);
        PluginJar jar = read(kept, kept.getFileName().toString());
        if (!jar.sha256().equals(entry.sha256())) {
            throw new IllegalArgumentException("the kept copy of version " + entry.version() + " was changed");
        }
        return jar;
    }

    /**
     * Deletes copies nobody needs: of each plug-in all but the last five versions, and what never was at work.
     *
     * @param inUse whether the jar with that hash must stay
     * @param shipped whether the jar with that hash came with Busbar, so that there is no copy
     */
    void tidy(String bundle, Predicate<String> inUse, Predicate<String> shipped) {
        try {
            List<PluginHistory.Entry> own = history.of(bundle).entries().stream()
                    .filter(entry -> !shipped.test(entry.sha256()))
                    .toList();
            for (int i = 0; i < own.size(); i++) {
                PluginHistory.Entry entry = own.get(i);
                boolean isOld = i < own.size() - MOST && !inUse.test(entry.sha256()) && !isAtWork(bundle, entry);
                if (isOld || !Files.exists(copy(entry))) {
                    history.forget(bundle, entry);
                    delete(copy(entry));
                }
            }
        } catch (UncheckedIOException e) {
            LOG.warn("Old versions of {} could not be deleted; that is tried again", bundle, e);
        }
    }

    private boolean isAtWork(String bundle, PluginHistory.Entry entry) {
        return history.of(bundle).atWork().equals(entry.sha256());
    }

    private Path copy(PluginHistory.Entry entry) {
        return folder.resolve(entry.sha256() + ".jar");
    }

    /** Deletes the copy of a jar that was not put to work; has no effect if it had been before. */
    void release(PluginJar jar) {
        if (history.kept(jar.sha256()).isEmpty()) {
            delete(jar.kept());
        }
    }

    /** Deletes what a server that was cut short has left. */
    void sweep(Set<String> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isLeft(file.getFileName().toString(), needed)).forEach(PluginStore::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("The kept plug-ins in " + folder + " cannot be looked through", e);
        }
    }

    private boolean isLeft(String name, Set<String> needed) {
        String hash = name.replaceFirst("\\.jar$", "");
        return name.endsWith(".part")
                || name.endsWith(".jar")
                        && !needed.contains(hash)
                        && history.kept(hash).isEmpty();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be deleted", e);
        }
    }
}
