package org.busbar.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.security.Users.Audited;
import org.busbar.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What matters for security, one line of JSON each, in {@code audit.jsonl}. A full file becomes {@code audit.old.jsonl}
 * in place of the one before. The same thing said again within 10 s is not written again, so that a client in a loop
 * does not drive out all else. Safe for use by many threads.
 */
final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final Duration SAME = Duration.ofSeconds(10);
    private static final int LONGEST = 300;
    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;
    private final Path old;
    private final long most;
    private final Clock clock;
    private final Map<String, Instant> said = new Recent<>(1000); // guarded by this

    /** @param most bytes in a file */
    AuditLog(Path folder, long most, Clock clock) {
        this.file = folder.resolve("audit.jsonl");
        this.old = folder.resolve("audit.old.jsonl");
        this.most = most;
        this.clock = clock;
    }

    /** Writes it down, cut to a sensible length. A full disk is logged and keeps nobody from going on. */
    synchronized void add(String who, String what, String address) {
        Instant now = clock.instant();
        Instant before = said.put(who + "\n" + what + "\n" + address, now);
        if (before != null && now.isBefore(before.plus(SAME))) {
            return;
        }
        try {
            append(Json.write(new Audited(now, cut(who), cut(what), cut(address))) + "\n");
        } catch (IOException e) {
            LOG.error("The audit log cannot be written; lost: {} {} from {}", cut(who), cut(what), cut(address), e);
        }
    }

    private void append(String line) throws IOException {
        if (Files.exists(file) && Files.size(file) + line.length() > most) {
            Files.move(file, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, APPEND, PrivateFile.rights(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** The newest ones, newest first. */
    synchronized List<Audited> newest(int limit) {
        List<Audited> all = new ArrayList<>();
        for (Path part : List.of(old, file)) {
            read(part).forEach(all::add);
        }
        Collections.reverse(all);
        return List.copyOf(all.subList(0, Math.min(Math.max(0, limit), all.size())));
    }

    private static List<Audited> read(Path part) {
        List<Audited> all = new ArrayList<>();
        try {
            for (String line : Files.exists(part) ? Files.readAllLines(part) : List.<String>of()) {
                read(line, all);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log cannot be read", e);
        }
    }

    private static void read(String line, List<Audited> all) {
        try {
            all.add(Json.read(line, Audited.class));
        } catch (IllegalArgumentException e) {
            LOG.warn("A line of the audit log cannot be read: {}", e.getMessage()); // cut short by a loss of power
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
