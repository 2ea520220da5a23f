package org.busbar.json.yaml;

import java.nio.file.Path;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML files into records. What a record leaves open may be missing; what it does not know is a fault. */
public final class Yaml {

    private static final YAMLMapper MAPPER = Json.configured(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Yaml() {}

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException if it is not a {@code type}; the message names line, column and reason
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            T value = MAPPER.readValue(file.toFile(), type);
            if (value == null) {
                throw new IllegalArgumentException("the file is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Faults.of(e), e);
        }
    }
}
