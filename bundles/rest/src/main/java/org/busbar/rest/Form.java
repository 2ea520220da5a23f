package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON body. A call's body is refused if it has any other; whether the others are as they should be is
 * for the handler to say, which reads them one by one.
 */
record Form(List<Field> fields) implements Shape {

    /** Nothing at all. */
    static final Form EMPTY = new Form(List.of());

    Form {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param needed whether it must be there
     * @param schema what it may be, as JSON schema without the description
     */
    record Field(String name, boolean needed, String says, ObjectNode schema) {

        /** This one, which must be there. */
        Field need() {
            return new Field(name, true, says, schema);
        }
    }

    static Form of(Field... fields) {
        return new Form(List.of(fields));
    }

    /** This form with further fields. */
    Form and(Field... more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return new Form(all);
    }

    String[] names() {
        return Stream.of(fields).flatMap(List::stream).map(Field::name).toArray(String[]::new);
    }

    /** A field of any sort; the schema is written by hand. */
    static Field field(String name, String says, UnaryOperator<ObjectNode> schema) {
        return new Field(name, false, says, schema.apply(Json.mapper().createObjectNode()));
    }

    static Field text(String name, String says) {
        return field(name, says, schema -> schema.put("type", "string"));
    }

    static Field whole(String name, long min, long max, String says) {
        return field(name, says, schema -> schema.put("type", "integer")
                .put("minimum", min)
                .put("maximum", max));
    }

    static Field flag(String name, String says) {
        return field(name, says, schema -> schema.put("type", "boolean"));
    }

    static Field texts(String name, String says) {
        return field(name, says, schema -> {
            schema.put("type", "array").putObject("items").put("type", "string");
            return schema;
        });
    }

    static <E extends Enum<E>> Field choice(String name, Class<E> type, String says) {
        return field(name, says, schema -> {
            for (E word : type.getEnumConstants()) {
                schema.put("type", "string").withArray("enum").add(word.name().toLowerCase(java.util.Locale.ROOT));
            }
            return schema;
        });
    }

    /** Named values, each as a text such as {@code "1 mL"} or an object such as {@code {"value": 1, "unit": "mL"}}. */
    static Field values(String name, String says) {
        return field(name, says, schema -> {
            schema.put("type", "object").putObject("additionalProperties").put("$ref", "#/components/schemas/Given");
            return schema;
        });
    }

    /** A number with its unit, in the same forms. */
    static Field quantity(String name, String says) {
        return field(name, says, schema -> schema.put("$ref", "#/components/schemas/Given"));
    }

    /** An instance of a record as {@link Json} writes it. */
    static Field object(String name, Class<?> record, String says) {
        return field(name, says, schema -> schema.put("$ref", "#/components/schemas/" + Schemas.name(record)));
    }

    /** Who acts, if that is not the caller. */
    static Field by() {
        return text("by", "Who does so, if that is not the caller; only an administrator may name somebody else");
    }

    static Field reason() {
        return text("reason", "Why, for people");
    }
}
