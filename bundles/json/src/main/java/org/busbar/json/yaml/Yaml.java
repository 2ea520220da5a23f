package org.busbar.json.yaml;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML files into records. What a record leaves open may be missing; what it does not know is a fault. */
public final class Yaml {

    private static final YAMLMapper MAPPER = lenient(YAMLMapper.builder()).build();

    /** JSON is YAML but for tabs, which YAML does not have between its tokens. */
    private static final JsonMapper JSON = lenient(JsonMapper.builder()).build();

    /** Where in the text the YAML parser says that something is, with the excerpt below. */
    private static final Pattern MARK = Pattern.compile("\\R in \\S+, (line \\d+, column \\d+):(?:\\R {4}.*)*");

    private Yaml() {}

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException if it is not a {@code type}; the message names line, column and reason
     */
    public static <T> T read(Path file, Class<T> type) {
        byte[] text = bytes(file);
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new IllegalArgumentException("the file is empty");
            }
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(told(text, e), e);
        }
    }

    private static <B extends MapperBuilder<?, B>> B lenient(B builder) {
        return Json.configured(builder)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    /** The mapper for trees of a file and parts of them. */
    static ObjectMapper mapper(Path file) {
        return file.toString().endsWith(".json") ? JSON : MAPPER;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read: " + e, e);
        }
    }

    static String told(byte[] text, JacksonException fault) {
        String said = fault.getOriginalMessage();
        Matcher mark = MARK.matcher(said);
        if (mark.find()) { // the mapper's own place is that of the token before
            String place = mark.results()
                    .reduce(mark.toMatchResult(), (one, next) -> next)
                    .group(1);
            return place + ": " + mark.replaceAll("").strip().replaceAll("\\s*\\R\\s*", ": ");
        }
        String told = Faults.of(fault);
        return told.startsWith("line ") ? told : place(text, fault) + told;
    }

    /** Where the path of a fault leads to: a key that no record knows is refused after its place is forgotten. */
    private static String place(byte[] text, JacksonException fault) {
        JsonPointer wanted = JsonPointer.empty();
        for (JacksonException.Reference step : fault.getPath()) {
            String key = step.getPropertyName();
            wanted = key == null ? wanted.appendIndex(step.getIndex()) : wanted.appendProperty(key);
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().equals(wanted)) {
                    TokenStreamLocation place = parser.currentTokenLocation();
                    return "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
                }
            }
        }
        return "";
    }
}
