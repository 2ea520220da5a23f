package org.busbar.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The table of events: one connection that writes batches, one that reads. */
final class EventStore implements AutoCloseable {

    /** An event as it goes into the table. */
    record Row(String time, String kind, String subject, String body) {}

    /** An event as it comes out of the table. */
    record Entry(long number, String kind, String subject, String body) {}

    private static final int CACHE_KIB = 32 * 1024; // the upper levels of the indices of a long journal
    private static final String FEWER_CHECKPOINTS = "PRAGMA wal_autocheckpoint = 4000"; // pages of 4 KiB

    /** Selects every event after a number. */
    static final String ALL = " FROM event WHERE number > ?";

    /** Selects the steps that did something to samples or stocks; SQLite would not choose that index by itself. */
    static final String AFFECTING = " FROM event INDEXED BY event_affecting WHERE number > ?"
            + " AND kind = 'StepEnded' AND instr(body, '\"effects\":[{') > 0";

    private final Path file;
    private final EventJson json;
    private final BatchInsert insert;
    private final Connection reading;
    private final Subjects subjects;

    EventStore(Path file, EventJson json) {
        this(file, json, () -> connect(file));
    }

    /** @param source opens the connection that writes, and a new one after a fault */
    EventStore(Path file, EventJson json, Supplier<Connection> source) {
        this.file = file;
        this.json = json;
        reading = connect(file);
        try (Statement statement = reading.createStatement()) {
            statement.executeUpdate(schema());
            subjects = new Subjects(file);
        } catch (SQLException e) {
            throw unopened(file, e);
        }
        insert = new BatchInsert(source);
    }

    /** A connection on which everything committed is on disk. */
    static Connection connect(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-CACHE_KIB);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(FEWER_CHECKPOINTS);
            }
            return connection;
        } catch (SQLException e) {
            throw unopened(file, e);
        }
    }

    private static JournalException unopened(Path file, SQLException e) {
        return new JournalException("The journal " + file + " cannot be opened: " + e.getMessage(), e);
    }

    private static String schema() {
        try (InputStream in = EventStore.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalException("schema.sql is missing from the bundle", e);
        }
    }

    /**
     * The event as a row; its long series are on disk when this returns. For use by many threads.
     *
     * @throws java.io.UncheckedIOException if a series cannot be written
     */
    Row row(LabEvent event) {
        return new Row(event.time().toString(), event.getClass().getSimpleName(), event.subject(), json.write(event));
    }

    /** Writes all rows in one transaction, numbered from {@code first}; all are on disk when this returns, or none. */
    void write(long first, List<Row> rows) throws SQLException {
        insert.write(first, rows);
    }

    synchronized long last() {
        try (Statement statement = reading.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM event")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Entries in order of their number.
     *
     * @param from the FROM and WHERE clauses, such as {@link #ALL}; its first parameter is {@code after}, the others are
     *     {@code texts}
     */
    synchronized List<Entry> read(long after, int limit, String from, List<String> texts) {
        String query = "SELECT number, kind, subject, body" + from + " ORDER BY number LIMIT ?";
        try (PreparedStatement select = reading.prepareStatement(query)) {
            int at = 1;
            select.setLong(at++, after);
            for (String text : texts) {
                select.setString(at++, text);
            }
            select.setInt(at, limit);
            return entries(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Entries of these kinds, newest first. Each kind is read by its index, so that it costs the same however long the
     * journal is.
     */
    synchronized List<Entry> latest(long before, int limit, List<String> kinds) {
        String one = "SELECT * FROM (SELECT number, kind, subject, body FROM event WHERE kind = ? AND number < ?"
                + " ORDER BY number DESC LIMIT ?)";
        String query = String.join(" UNION ALL ", Collections.nCopies(kinds.size(), one));
        try (PreparedStatement select = reading.prepareStatement(query + " ORDER BY number DESC LIMIT ?")) {
            int at = 1;
            for (String kind : kinds) {
                select.setString(at++, kind);
                select.setLong(at++, before);
                select.setInt(at++, limit);
            }
            select.setInt(at, limit);
            return entries(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    synchronized List<String> open(String begun, List<String> ended) {
        String query =
                "SELECT subject FROM event WHERE kind = ? AND subject NOT IN (SELECT subject FROM event WHERE kind IN ("
                        + marks(ended.size()) + ")) ORDER BY number";
        try (PreparedStatement select = reading.prepareStatement(query)) {
            select.setString(1, begun);
            for (int i = 0; i < ended.size(); i++) {
                select.setString(i + 2, ended.get(i));
            }
            List<String> subjects = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
            }
            return subjects;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** So many question marks. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Entry(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }

    /** Whether there is an event of that subject. */
    boolean knows(String subject) {
        try {
            return subjects.knows(subject);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * The event of an entry. For use by many threads.
     *
     * @throws JournalException if it cannot be made of the entry or a file that belongs to it is missing or damaged
     */
    Recorded recorded(Entry entry) {
        try {
            return new Recorded(entry.number(), json.read(entry.body()));
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "Event " + entry.number() + " (" + entry.kind() + " of " + entry.subject() + ") of the journal "
                            + file + " cannot be read, the others can: " + e.getMessage(),
                    e);
        }
    }

    private JournalException unreadable(SQLException e) {
        return new JournalException("The journal " + file + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() throws SQLException {
        insert.close();
        subjects.close();
        reading.close();
    }
}
