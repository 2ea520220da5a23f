package org.busbar.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.busbar.json.Json;

/**
 * Which versions of each plug-in were at work, in which order; kept in a file. A step back leaves the order as it is, so
 * that the next one leads further back. Safe for use by many threads.
 */
final class PluginHistory {

    private static final String BROKEN = ".broken";

    private final Path file;
    private Map<String, Course> courses; // by symbolic name; guarded by this

    /** @param kept when this lab saw the jar first */
    record Entry(String version, String sha256, Instant kept) {

        static Entry of(PluginTarget target) {
            return new Entry(target.version().toString(), target.sha256(), Instant.now());
        }
    }

    /**
     * The versions of one plug-in.
     *
     * @param entries the one that was put to work last is the last
     * @param atWork the SHA-256 of the one that should be at work; empty if none should
     */
    record Course(List<Entry> entries, String atWork) {

        static final Course NONE = new Course(List.of(), "");

        Course {
            entries = List.copyOf(entries);
        }

        Optional<Entry> entry(String sha256) {
            return entries.stream()
                    .filter(entry -> entry.sha256().equals(sha256))
                    .findFirst();
        }

        /** This one with that entry as the last; one that was there moves. */
        private Course last(Entry entry) {
            List<Entry> all = new ArrayList<>(entries);
            all.removeIf(one -> one.sha256().equals(entry.sha256()));
            all.add(entry(entry.sha256()).orElse(entry));
            return new Course(all, atWork);
        }

        private Course at(String sha256) {
            return new Course(entries, sha256);
        }
    }

    private record Content(Map<String, Course> plugins) {}

    /**
     * What the file says; nothing if there is none.
     *
     * @param faults is told if it cannot be read; the file is put aside then
     */
    static PluginHistory read(Path file, Consumer<String> faults) {
        try {
            return new PluginHistory(
                    file,
                    Files.exists(file)
                            ? Json.read(Files.readString(file), Content.class).plugins()
                            : Map.of());
        } catch (IOException | IllegalArgumentException e) {
            faults.accept("the list of kept plug-ins cannot be read, so nothing can be rolled back to what was before: "
                    + e.getMessage() + ". It was put aside as " + file.getFileName() + BROKEN);
            putAside(file);
            return new PluginHistory(file, Map.of());
        }
    }

    private PluginHistory(Path file, Map<String, Course> courses) {
        this.file = file;
        this.courses = Map.copyOf(courses);
    }

    private static void putAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + BROKEN), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can neither be read nor put aside", e);
        }
    }

    synchronized Course of(String bundle) {
        return courses.getOrDefault(bundle, Course.NONE);
    }

    /** When a jar came; empty if it is not known. */
    synchronized Optional<Instant> kept(String sha256) {
        return courses.values().stream()
                .flatMap(course -> course.entry(sha256).stream())
                .map(Entry::kept)
                .findFirst();
    }

    /**
     * Something was put to work, after what was before; nothing changes if it should have been already.
     *
     * @param from what was at work if nothing is known of it
     */
    synchronized void forward(Optional<PluginTarget> from, PluginTarget to) {
        Course course = of(to.bundle());
        if (!course.atWork().equals(to.sha256())) {
            Course left = course.entry(course.atWork())
                    .or(() -> from.map(Entry::of))
                    .map(course::last)
                    .orElse(course);
            put(to.bundle(), left.last(Entry.of(to)).at(to.sha256()));
        }
    }

    /** An older one was put to work again. */
    synchronized void back(PluginTarget to) {
        Course course = of(to.bundle());
        Course known = course.entry(to.sha256()).isPresent() ? course : course.last(Entry.of(to));
        put(to.bundle(), known.at(to.sha256()));
    }

    /** Nothing of that name is at work any more. */
    synchronized void gone(String bundle) {
        put(bundle, of(bundle).at(""));
    }

    /** The one before the one at work; the last of all if none is. */
    synchronized Optional<Entry> before(String bundle) {
        Course course = of(bundle);
        int at = course.entry(course.atWork())
                .map(course.entries()::indexOf)
                .orElse(course.entries().size());
        return at == 0 ? Optional.empty() : Optional.of(course.entries().get(at - 1));
    }

    /** Forgets one. */
    synchronized void forget(String bundle, Entry entry) {
        Course course = of(bundle);
        put(
                bundle,
                new Course(
                        course.entries().stream()
                                .filter(one -> !one.equals(entry))
                                .toList(),
                        course.atWork()));
    }

    /** Has it all as it was, after a step that did not succeed. */
    synchronized void restore(String bundle, Course before) {
        put(bundle, before);
    }

    /** Nothing has changed if it cannot be written. */
    private void put(String bundle, Course course) {
        if (course.equals(of(bundle))) {
            return;
        }
        Map<String, Course> next = new TreeMap<>(courses);
        next.put(bundle, course);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, Json.write(new Content(next)));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of kept plug-ins cannot be written: " + e.getMessage(), e);
        }
        courses = next;
    }
}
