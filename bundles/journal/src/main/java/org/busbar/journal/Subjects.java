package org.busbar.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether there is any event of a subject. Every new request asks for it, many at once, so it has connections of
 * its own, and the threads share them out among themselves.
 */
final class Subjects implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final int CACHE_KIB = 2048; // of each: the upper levels of one index

    /** One connection; guarded by itself. */
    private record Lookup(Connection connection, PreparedStatement statement) {

        static Lookup on(Path file) throws SQLException {
            Connection connection = EventStore.connect(file);
            try (Statement pragma = connection.createStatement()) {
                pragma.execute("PRAGMA cache_size = -" + CACHE_KIB);
            }
            return new Lookup(connection, connection.prepareStatement("SELECT 1 FROM event WHERE subject = ? LIMIT 1"));
        }

        synchronized boolean finds(String subject) throws SQLException {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }

        synchronized void close() throws SQLException {
            statement.close();
            connection.close();
        }
    }

    private final List<Lookup> lookups = new ArrayList<>();

    /** @throws SQLException if the file has no table of events */
    Subjects(Path file) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            lookups.add(Lookup.on(file));
        }
    }

    /** Whether there is an event of that subject on disk. */
    boolean knows(String subject) throws SQLException {
        return lookups.get(Math.floorMod(subject.hashCode(), CONNECTIONS)).finds(subject);
    }

    @Override
    public void close() throws SQLException {
        for (Lookup lookup : lookups) {
            lookup.close();
        }
    }
}
