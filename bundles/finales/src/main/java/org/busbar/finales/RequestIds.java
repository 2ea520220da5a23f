package org.busbar.finales;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;

/**
 * The identifiers of requests: those made here are UUIDs in the broker, too; all others have one made from their id, kept
 * in a small index. A request that was opened again after its end has {@code #again-2} and so on behind its id. Safe for use
 * by many threads.
 */
final class RequestIds implements LabListener {

    private static final Pattern AGAIN = Pattern.compile("#again-([0-9]{1,6})$");

    private final Map<UUID, String> foreign = new ConcurrentHashMap<>();
    private final CountDownLatch complete = new CountDownLatch(1);

    /** Takes up what the journal knows; blocks while it is read. */
    void takeUp(Journal journal) {
        journal.of(Set.of(LabEvent.Requested.class, LabEvent.Reported.class)).forEach(this::on);
        complete.countDown();
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.event() instanceof LabEvent.Requested requested) {
            add(requested.request());
        } else if (recorded.event() instanceof LabEvent.Reported reported) {
            add(reported.request());
        }
    }

    /** Takes a request into the index that a client is about to be told of. */
    void add(String id) {
        if (!isAgain(id) && !isPlain(id)) {
            foreign.put(Identifiers.named("request", id), id);
        }
    }

    private static boolean isPlain(String id) {
        return id.length() == 36
                && Identifiers.parse(id)
                        .filter(uuid ->
                                !Identifiers.isNamed(uuid) && uuid.toString().equals(id))
                        .isPresent();
    }

    private static String first(String id) {
        Matcher again = AGAIN.matcher(id);
        return again.find() ? id.substring(0, again.start()) : id;
    }

    /** What clients call a request. */
    static UUID uuid(String id) {
        String bare = first(id);
        return isPlain(bare) ? UUID.fromString(bare) : Identifiers.named("request", bare);
    }

    /** What the broker calls it; waits while the index is not complete. */
    Optional<String> id(UUID uuid) {
        if (!Identifiers.isNamed(uuid)) {
            return Optional.of(uuid.toString());
        }
        try {
            complete.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.later(503, "The server is being stopped", 5);
        }
        return Optional.ofNullable(foreign.get(uuid));
    }

    /** Whether it is a request opened again. */
    static boolean isAgain(String id) {
        return AGAIN.matcher(id).find();
    }

    /** The id of the request opened again after this one. */
    static String again(String id) {
        Matcher again = AGAIN.matcher(id);
        return again.find() ? first(id) + "#again-" + (Integer.parseInt(again.group(1)) + 1) : id + "#again-2";
    }
}
