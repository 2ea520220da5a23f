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
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Receipt;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.blobs.BlobFolder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The journal in one SQLite file, {@code data/journal.sqlite} in the lab's folder, in write-ahead mode with full
 * synchronisation: an event that is acknowledged survives the end of the process and of the machine.
 *
 * <p>The numbers of long series are in files of their own, named by what they hold, in {@code artifacts} beside it.
 * They are on disk before the event that needs them, and an event that is read is complete again.
 *
 * <p>Any SQL tool may read the file at any time; a lock beside it keeps a second server out.
 */
@Component(
        service = {Journal.class, SqliteJournal.class},
        immediate = true)
public final class SqliteJournal implements Journal, AutoCloseable {

    private static final int PAGE = 1000;
    private static final String OF_SUBJECT = EventStore.ALL + " AND subject = ?";

    private final FileChannel lock;
    private final BlobFolder blobs;
    private final EventJson json;
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
        try {
            blobs = opened(file.resolveSibling("artifacts"));
            json = new EventJson(new SeriesFiles(blobs));
            store = new EventStore(file, json);
        } catch (JournalException e) {
            release(lock, e);
            throw e;
        }
        List<GroupCommit> later = Collections.synchronizedList(new ArrayList<>(1));
        // a thread of its own, since the teller must not wait for the writer that waits for nobody
        audience =
                new Audience(event -> new Thread(() -> later.get(0).write(event).await(), "journal-report").start());
        commits = new GroupCommit(file, store, audience::tell);
        later.add(commits);
        warmUp();
    }

    /** The first event costs the class loading of all that turns it into JSON: done beside the start, not within it. */
    private void warmUp() {
        LabEvent sample = new LabEvent.Appeared(Instant.EPOCH, "", "", Agent.named(""));
        Thread thread = new Thread(() -> json.read(json.write(sample)), "journal-warm-up");
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

    /** So that the journal can be opened once what hindered it is gone. */
    private static void release(FileChannel lock, JournalException reason) {
        try {
            lock.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static BlobFolder opened(Path folder) {
        try {
            return new BlobFolder(folder, "journal");
        } catch (IOException e) {
            throw new JournalException("The folder of long series cannot be opened: " + e.getMessage(), e);
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
        return write(event).await();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waits for the files of long series that were never written before, and while {@value GroupCommit#LIMIT} events
     * are unwritten. What cannot be written is told by the receipt.
     */
    @Override
    public Receipt write(LabEvent event) {
        return commits.write(event);
    }

    @Override
    public List<Recorded> read(long after, int limit) {
        return recorded(store.read(after, limit, EventStore.ALL, List.of()));
    }

    @Override
    public List<Recorded> of(String subject) {
        return recorded(store.read(0, Integer.MAX_VALUE, OF_SUBJECT, List.of(subject)));
    }

    private List<Recorded> recorded(List<EventStore.Entry> entries) {
        return entries.stream().map(store::recorded).toList();
    }

    @Override
    public Stream<Recorded> stream(String subject) {
        return stream(OF_SUBJECT, List.of(subject));
    }

    @Override
    public boolean knows(String subject) {
        return store.knows(subject);
    }

    @Override
    public Stream<Recorded> of(Set<Class<? extends LabEvent>> kinds) {
        List<String> names = names(kinds);
        return stream(ofKinds(names), names);
    }

    private static String ofKinds(List<String> names) {
        return EventStore.ALL + " AND kind IN (" + EventStore.marks(names.size()) + ")";
    }

    @Override
    public List<Recorded> read(Set<Class<? extends LabEvent>> kinds, long after, int limit) {
        return recorded(store.read(after, limit, ofKinds(names(kinds)), names(kinds)));
    }

    @Override
    public List<Recorded> latest(Set<Class<? extends LabEvent>> kinds, long before, int limit) {
        return recorded(store.latest(before, limit, names(kinds)));
    }

    @Override
    public Stream<Recorded> affecting() {
        return stream(EventStore.AFFECTING, List.of());
    }

    @Override
    public Stream<Recorded> stream(String run, Predicate<String> paths) {
        return stream(OF_SUBJECT, List.of(run), entry -> StepPath.of(entry)
                .map(paths::test)
                .orElse(true));
    }

    private Stream<Recorded> stream(String from, List<String> texts) {
        return stream(from, texts, entry -> true);
    }

    private Stream<Recorded> stream(String from, List<String> texts, Predicate<EventStore.Entry> wanted) {
        Iterator<Recorded> pages = new Pages(after -> store.read(after, PAGE, from, texts), wanted, store::recorded);
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
            blobs.close();
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException e) {
            throw new JournalException("The journal could not be closed in good order: " + e.getMessage(), e);
        }
    }
}
