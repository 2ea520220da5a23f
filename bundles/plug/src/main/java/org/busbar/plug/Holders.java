package org.busbar.plug;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which {@code lab.id}: the first who comes keeps it, later ones stand in line and take over when it leaves.
 * Not safe for use by many threads: the owner guards it.
 *
 * @param <T> what is held; compared by identity
 */
public final class Holders<T> {

    private final Map<String, Deque<T>> lines = new TreeMap<>();

    /** Puts a newcomer in line; true if it holds the id from now on. */
    public boolean add(String id, T newcomer) {
        Deque<T> line = lines.computeIfAbsent(id, key -> new ArrayDeque<>());
        line.add(newcomer);
        return line.size() == 1;
    }

    /** Takes somebody out of line; the answer is the next holder if it was the holder and there is a next. */
    public Optional<T> remove(String id, T leaver) {
        Deque<T> line = lines.get(id);
        if (line == null) {
            return Optional.empty();
        }
        boolean held = line.peek() == leaver;
        line.removeIf(one -> one == leaver);
        if (line.isEmpty()) {
            lines.remove(id);
        }
        return held ? Optional.ofNullable(line.peek()) : Optional.empty();
    }

    /** Who holds the id; null if nobody does. */
    public @Nullable T holder(String id) {
        Deque<T> line = lines.get(id);
        return line == null ? null : line.peek();
    }

    /** Whoever in line for the id is like that. */
    public Optional<T> find(String id, Predicate<T> like) {
        return lines.getOrDefault(id, new ArrayDeque<>()).stream().filter(like).findFirst();
    }

    /** All holders by id, in the order of the ids. */
    public Map<String, T> holders() {
        Map<String, T> holders = new TreeMap<>();
        lines.forEach((id, line) -> holders.put(id, line.element()));
        return holders;
    }
}
