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
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.json.Json;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The table of events: one connection that writes batches, one that reads. Each is used by one thread at a time. */
final class EventStore implements AutoCloseable {

    /** An event as it stands in the table. */
    record Row(String time, String kind, String subject, String body) {
        static Row of(LabEvent event) {
            return new Row(
                    event.time().toString(), event.getClass().getSimpleName(), event.subject(), Json.write(event));
        }
    }

    private final Path file;
    private final Connection writing;
    private final PreparedStatement insert;
    private final Connection reading;

    EventStore(Path file) {
        this.file = file;
        try {
            writing = connect(file);
            try (Statement statement = writing.createStatement()) {
                statement.executeUpdate(schema());
            }
            writing.setAutoCommit(false);
            insert = writing.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?)");
            reading = connect(file);
        } catch (SQLException e) {
            throw new JournalException("The journal " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    private static String schema() {
        try (InputStream in = EventStore.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalException("schema.sql is missing from the bundle", e);
        }
    }

    /** Writes all rows in one transaction, numbered from {@code first}; all are on disk when this returns, or none. */
    void write(long first, List<Row> rows) throws SQLException {
        try {
            long number = first;
            for (Row row : rows) {
                insert.setLong(1, number++);
                insert.setString(2, row.time());
                insert.setString(3, row.kind());
                insert.setString(4, row.subject());
                insert.setString(5, row.body());
                insert.addBatch();
            }
            insert.executeBatch();
            writing.commit();
        } catch (SQLException e) {
            insert.clearBatch();
            writing.rollback();
            throw e;
        }
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
     * Events in order of their number.
     *
     * @param condition of the WHERE clause, after {@code number > ?}; its parameters are {@code texts}
     */
    synchronized List<Recorded> read(long after, int limit, String condition, List<String> texts) {
        String query = "SELECT number, body FROM event WHERE number > ?" + condition + " ORDER BY number LIMIT ?";
        try (PreparedStatement select = reading.prepareStatement(query)) {
            int at = 1;
            select.setLong(at++, after);
            for (String text : texts) {
                select.setString(at++, text);
            }
            select.setInt(at, limit);
            return recorded(select);
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

    private static List<Recorded> recorded(PreparedStatement select) throws SQLException {
        List<Recorded> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Recorded(rows.getLong(1), Json.read(rows.getString(2), LabEvent.class)));
            }
        }
        return found;
    }

    private JournalException unreadable(SQLException e) {
        return new JournalException("The journal " + file + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() throws SQLException {
        insert.close();
        writing.close();
        reading.close();
    }
}
