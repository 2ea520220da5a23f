package org.busbar.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in transactions. After a fault it goes on with a new connection: on a full disk SQLite ends the
 * transaction by itself, and a connection in that state commits every later row on its own. For one thread.
 */
final class BatchInsert implements AutoCloseable {

    private static final String INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?)";

    private final Supplier<Connection> source;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement insert;

    /** @param source opens a connection on which everything committed is on disk */
    BatchInsert(Supplier<Connection> source) {
        this.source = source;
    }

    /** Writes all rows in one transaction, numbered from {@code first}; all are on disk when this returns, or none. */
    void write(long first, List<EventStore.Row> rows) throws SQLException {
        try {
            Connection transaction = connection();
            fill(insert(transaction), first, rows).executeBatch();
            transaction.commit();
        } catch (SQLException | RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = source.get();
            connection = current;
            current.setAutoCommit(false);
        }
        return current;
    }

    private PreparedStatement insert(Connection transaction) throws SQLException {
        PreparedStatement current = insert;
        if (current == null) {
            current = transaction.prepareStatement(INSERT);
            insert = current;
        }
        return current;
    }

    private static PreparedStatement fill(PreparedStatement insert, long first, List<EventStore.Row> rows)
            throws SQLException {
        long number = first;
        for (EventStore.Row row : rows) {
            insert.setLong(1, number++);
            insert.setString(2, row.time());
            insert.setString(3, row.kind());
            insert.setString(4, row.subject());
            insert.setString(5, row.body());
            insert.addBatch();
        }
        return insert;
    }

    /** Closing the connection takes back what was not committed. */
    private void abandon(Throwable fault) {
        try {
            close();
        } catch (SQLException e) {
            fault.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        Connection current = connection;
        connection = null;
        insert = null;
        if (current != null) {
            current.close();
        }
    }
}
