package org.busbar.finales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results that did not fit their schemas, kept as notes in the journal so that no measurement is lost; an operator can
 * have one accepted. Safe for use by many threads.
 */
final class Quarantine {

    static final String SUBJECT = "finales-quarantine";
    private static final String KEPT = "kept";
    private static final String FLAGGED = "flagged";
    private static final String ACCEPTED = "accepted";

    private final Journal journal;
    private final Map<UUID, LabEvent.Noted> kept = new ConcurrentSkipListMap<>();

    Quarantine(Journal journal) {
        this.journal = journal;
        journal.of(SUBJECT).forEach(recorded -> {
            if (recorded.event() instanceof LabEvent.Noted noted) {
                take(noted);
            }
        });
    }

    private void take(LabEvent.Noted noted) {
        UUID id = UUID.fromString(StrictJson.read(noted.content()).path("id").asString(""));
        if (noted.topic().equals(KEPT)) {
            kept.put(id, noted);
        } else if (noted.topic().equals(ACCEPTED)) {
            kept.remove(id);
        }
    }

    /**
     * Keeps a refused body; the same body again is kept once.
     *
     * @param solicited whether it answers a request
     * @return by what it can be accepted
     */
    UUID keep(JsonNode body, String by, boolean solicited, List<Violation> violations) {
        UUID id = Identifiers.named("quarantine", by + body);
        if (!kept.containsKey(id)) {
            write(KEPT, content(id, by, violations).put("solicited", solicited).set("body", body));
        }
        return id;
    }

    /** Writes down that a result was taken although it does not fit. */
    void flag(UUID request, String by, List<Violation> violations) {
        write(FLAGGED, content(request, by, violations));
    }

    private static ObjectNode content(UUID id, String by, List<Violation> violations) {
        ObjectNode content = StrictJson.mapper().createObjectNode();
        content.put("id", id.toString()).put("by", by);
        return content.set("violations", StrictJson.mapper().valueToTree(violations));
    }

    private void write(String topic, JsonNode content) {
        LabEvent.Noted noted = new LabEvent.Noted(Instant.now(), SUBJECT, topic, content.toString());
        journal.append(noted);
        take(noted);
    }

    /** Everything that is kept and not accepted yet, with {@code id}, {@code by}, {@code violations} and {@code body}. */
    List<JsonNode> all() {
        return kept.values().stream()
                .map(noted -> StrictJson.read(noted.content()))
                .toList();
    }

    Optional<JsonNode> find(UUID id) {
        return Optional.ofNullable(kept.get(id)).map(noted -> StrictJson.read(noted.content()));
    }

    /** Writes down that it was accepted. */
    void accepted(UUID id, String by) {
        write(ACCEPTED, content(id, by, List.of()));
    }
}
