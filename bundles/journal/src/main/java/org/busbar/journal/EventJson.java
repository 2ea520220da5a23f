package org.busbar.journal;

import java.io.UncheckedIOException;
import org.busbar.api.event.LabEvent;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import org.busbar.json.SeriesStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Events as the journal holds them: JSON whose long series are in files of their own. */
final class EventJson {

    private final JsonMapper mapper;

    EventJson(SeriesStore store) {
        mapper = Json.configured(JsonMapper.builder(), store).build();
    }

    /**
     * The event as JSON; its long series are on disk when this returns.
     *
     * @throws UncheckedIOException if a series cannot be written
     */
    String write(LabEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JacksonException e) {
            UncheckedIOException fault = ofStore(e);
            throw fault == null ? e : fault;
        }
    }

    /** @throws IllegalArgumentException if it is no event, or a series of it cannot be read; the message says why */
    LabEvent read(String json) {
        try {
            return mapper.readValue(json, LabEvent.class);
        } catch (JacksonException e) {
            return readFormer(json, e);
        }
    }

    /** What an earlier version may have written; most events are not, so it is tried only when that is likely. */
    private LabEvent readFormer(String json, JacksonException fault) {
        UncheckedIOException lost = ofStore(fault);
        try {
            if (lost == null && fault instanceof MismatchedInputException) {
                JsonNode tree = mapper.readTree(json);
                FormerForm.complete(tree);
                return mapper.treeToValue(tree, LabEvent.class);
            }
        } catch (JacksonException e) {
            lost = ofStore(e);
            fault.addSuppressed(e);
        }
        throw new IllegalArgumentException(lost == null ? Faults.of(fault) : lost.getMessage(), fault);
    }

    /** What the store of the series said; null if it was not the store. */
    private static @Nullable UncheckedIOException ofStore(Throwable fault) {
        Throwable cause = fault;
        while (cause != null && !(cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return (UncheckedIOException) cause;
    }
}
