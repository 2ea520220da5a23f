package org.busbar.distribution.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.busbar.api.event.LabEvent;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The table of the journal, written through JDBC alone: what SQLite itself can do. One thread at a time. */
final class PlainSqlite implements AutoCloseable {

    /** An event as it stands in the table. */
    record Entry(String time, String kind, String subject, String body) {
        static Entry of(LabEvent event) {
            return new Entry(
                    event.time().toString(), event.getClass().getSimpleName(), event.subject(), Json.write(event));
        }
    }

    private final Connection connection;
    private final PreparedStatement insert;
    private long number;

    private PlainSqlite(Connection connection, PreparedStatement insert, long number) {
        this.connection = connection;
        this.insert = insert;
        this.number = number;
    }

    /** Opens a table of the journal's schema in write-ahead mode. */
    static PlainSqlite open(Path file, SQLiteConfig.SynchronousMode mode) throws SQLException {
        new SqliteJournal(file).close(); // makes the table
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new PlainSqlite(
                connection, connection.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?)"), last(connection));
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM event")) {
            return row.getLong(1);
        }
    }

    void add(Entry entry) throws SQLException {
        insert.setLong(1, ++number);
        insert.setString(2, entry.time());
        insert.setString(3, entry.kind());
        insert.setString(4, entry.subject());
        insert.setString(5, entry.body());
        insert.addBatch();
    }

    void commit() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    long number() {
        return number;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
