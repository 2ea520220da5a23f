package org.busbar.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.json.Json;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The journal in one SQLite file, {@code data/journal.sqlite} in the lab's folder, in write-ahead mode with full
 * synchronisation: an event that is acknowledged survives the end of the process and of the machine.
 *
 * <p>Any SQL tool may read the file at any time; a lock beside it keeps a second server out.
 */
@Component(
        service = {Journal.class, SqliteJournal.class},
        immediate = true)
public final class SqliteJournal implements Journal, AutoCloseable {

    private static final int PAGE = 1000;

    private final FileChannel lock;
    private final EventStore store;
    private final Audience audience;
    private final GroupCommit commits;

    /** Opens the journal of the lab whose folder is the framework property {@code busbar.lab}. */
    @Activate
    public SqliteJournal(BundleContext context) {
        this(Path.of(context.getProperty("busbar.lab"), "data", "journal.sqlite"));
    }

    /**
     * Opens or creates a journal.
     *
     * @throws JournalException if another server has it open, or it cannot be read or written
     */
    public SqliteJournal(Path file) {
        lock = locked(file);
        store = new EventStore(file);
        List<GroupCommit> later = Collections.synchronizedList(new ArrayList<>(1));
        // a thread of its own, since the teller must not wait for the writer that waits for nobody
        audience = new Audience(event -> new Thread(() -> later.get(0).append(event), "journal-report").start());
        commits = new GroupCommit(file, store, audience::tell);
        later.add(commits);
        warmUp();
    }

    /** The first event costs the class loading of all that turns it into JSON: done beside the start, not within it. */
    private static void warmUp() {
        LabEvent sample = new LabEvent.Appeared(Instant.EPOCH, "", "", Agent.named(""));
        Thread thread = new Thread(() -> Json.read(Json.write(sample), LabEvent.class), "journal-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static FileChannel locked(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new JournalException(
                        "The journal " + file + " is in use by another Busbar server; stop that one first");
            }
            return channel;
        } catch (IOException e) {
            throw new JournalException("The journal " + file + " cannot be locked: " + e, e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this very process
        }
    }

    /** Tells a listener of every event from now on. */
    public void addListener(LabListener listener) {
        audience.add(listener);
    }

    /** Tells a listener of nothing more. */
    public void removeListener(LabListener listener) {
        audience.remove(listener);
    }

    @Override
    public long append(LabEvent event) {
        return commits.append(event);
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return store.read(after, limit, "", List.of());
    }

    @Override
    public List<Recorded> of(String subject) {
        return store.read(0, Integer.MAX_VALUE, " AND subject = ?", List.of(subject));
    }

    @Override
    public boolean knows(String subject) {
        return !store.read(0, 1, " AND subject = ?", List.of(subject)).isEmpty();
    }

    @Override
    public Stream<Recorded> of(Set<Class<? extends LabEvent>> kinds) {
        List<String> names = names(kinds);
        String condition = " AND kind IN (" + EventStore.marks(names.size()) + ")";
        Iterator<Recorded> pages = new Pages(after -> store.read(after, PAGE, condition, names));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    @Override
    public List<String> open(Class<? extends LabEvent> begun, Set<Class<? extends LabEvent>> ended) {
        return store.open(begun.getSimpleName(), names(ended));
    }

    private static List<String> names(Set<Class<? extends LabEvent>> kinds) {
        return kinds.stream().map(Class::getSimpleName).sorted().toList();
    }

    @Override
    public long last() {
        return commits.last();
    }

    @Deactivate
    @Override
    public void close() {
        try {
            commits.close();
            audience.close();
            store.close();
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException e) {
            throw new JournalException("The journal could not be closed in good order: " + e.getMessage(), e);
        }
    }
}
