package org.busbar.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.busbar.api.inventory.Effect;
import org.busbar.api.optimize.Scale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Writes and reads the records of the api as JSON. A member of a sealed family carries its simple name under
 * {@code type}; a unit is its UCUM code; see {@link ValueJson} for values. Safe for use by many threads.
 */
public final class Json {

    private static final List<Class<?>> FAMILIES = List.of(
            LabEvent.class,
            Outcome.class,
            Parameter.class,
            Step.class,
            Input.class,
            Settlement.class,
            Effect.class,
            Scale.class);

    private static final JsonMapper MAPPER = configured(JsonMapper.builder()).build();

    private Json() {}

    /** What tells the members of a sealed family apart. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Kind {}

    /** The mapper itself, for trees and for types of the caller's own. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** As one line of JSON. */
    public static String write(Object record) {
        return MAPPER.writeValueAsString(record);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if {@code json} is not a {@code type}; the message names place and reason
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Faults.of(e), e);
        }
    }

    /** Teaches a mapper of any format the records of the api. */
    public static <B extends MapperBuilder<?, B>> B configured(B builder) {
        return configured(builder, new InlineSeries());
    }

    /**
     * As {@link #configured(MapperBuilder)}, but a series of more than {@value SeriesStore#LONGEST_INLINE} numbers is
     * put into the store, and the document holds {@code {"series": "sha256:…", "size": 1000, "unit": "Hz"}}. What has
     * all its numbers inline can be read, too.
     */
    public static <B extends MapperBuilder<?, B>> B configured(B builder, SeriesStore store) {
        return configured(builder, new StoredSeries(store));
    }

    private static <B extends MapperBuilder<?, B>> B configured(B builder, SeriesForm series) {
        builder.addModule(new ValueJson(series).module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .changeDefaultVisibility(visibility -> visibility
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY));
        for (Class<?> family : FAMILIES) {
            builder.addMixIn(family, Kind.class);
            register(builder, family);
        }
        return builder;
    }

    private static <B extends MapperBuilder<?, B>> void register(B builder, Class<?> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                register(builder, member);
            } else {
                builder.registerSubtypes(new NamedType(member, member.getSimpleName()));
            }
        }
    }
}
