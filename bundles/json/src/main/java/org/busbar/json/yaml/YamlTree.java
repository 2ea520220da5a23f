package org.busbar.json.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.json.Faults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A YAML or JSON file as a tree whose every part knows its place, for those who tell all faults of a file at once. A
 * part is named by its JSON pointer, such as {@code /steps/0/with}; the root by the empty string.
 */
public final class YamlTree {

    /** A place in the file, both from 1. */
    public record Place(int line, int column) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** Is told what is wrong with a part. */
    @FunctionalInterface
    public interface FaultListener {
        void on(String pointer, Place place, String reason);
    }

    private static final Place BEGIN = new Place(1, 1);

    private final ObjectMapper mapper;
    private final JsonNode root;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();

    private YamlTree(ObjectMapper mapper, byte[] text) {
        this.mapper = mapper;
        this.root = mapper.readTree(text);
        if (root.isMissingNode() || root.isNull()) {
            throw new IllegalArgumentException("the file is empty");
        }
        note(text);
    }

    /**
     * Reads one file, as JSON if it is called {@code .json}.
     *
     * @throws IllegalArgumentException if it is empty or malformed; the message names line, column and reason
     */
    public static YamlTree read(Path file) {
        byte[] text = Yaml.bytes(file);
        try {
            return new YamlTree(Yaml.mapper(file), text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Yaml.told(text, e), e);
        }
    }

    private void note(byte[] text) {
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var location = parser.currentTokenLocation();
                (token == JsonToken.PROPERTY_NAME ? keys : values)
                        .putIfAbsent(
                                parser.streamReadContext().pathAsPointer().toString(),
                                new Place(location.getLineNr(), location.getColumnNr()));
            }
        }
    }

    /** The part of that name; a missing node if there is none. */
    public JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** Where the part stands; if there is none, the part around it. */
    public Place place(String pointer) {
        return nearest(values, pointer);
    }

    /** Where the key of the part stands; of an element of a list, the element itself. */
    public Place key(String pointer) {
        Place key = keys.get(pointer);
        return key == null ? place(pointer) : key;
    }

    private static Place nearest(Map<String, Place> places, String pointer) {
        Place place = places.get(pointer);
        int end = pointer.lastIndexOf('/');
        return place != null ? place : end < 0 ? BEGIN : nearest(places, pointer.substring(0, end));
    }

    /**
     * Reads a part into a record.
     *
     * @param listener is told what is wrong, if anything
     * @return empty if something is
     */
    public <T> Optional<T> read(String pointer, Class<T> type, FaultListener listener) {
        if (at(pointer).isNull()) {
            listener.on(pointer, place(pointer), "nothing is said here");
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.treeToValue(at(pointer), type));
        } catch (JacksonException e) {
            String where = pointer + inner(e);
            Place place = e instanceof UnrecognizedPropertyException ? key(where) : place(where);
            listener.on(where, place, Faults.reason(e));
            return Optional.empty();
        }
    }

    private static JsonPointer inner(JacksonException fault) {
        JsonPointer inner = JsonPointer.empty();
        for (JacksonException.Reference step : fault.getPath()) {
            String key = step.getPropertyName();
            inner = key == null ? inner.appendIndex(step.getIndex()) : inner.appendProperty(key);
        }
        return inner;
    }
}
