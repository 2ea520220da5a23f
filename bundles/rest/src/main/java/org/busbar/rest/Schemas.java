package org.busbar.rest;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.busbar.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes records as JSON schemas (draft 2020-12), by looking at what they are made of. Every record, enumeration and
 * sealed family is described once, under its name, and referred to from elsewhere.
 */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ObjectNode> byName = new TreeMap<>(Vocabulary.schemas());
    private final Map<String, Class<?>> types = new TreeMap<>();

    /** Everything described so far, by name. */
    Map<String, ObjectNode> byName() {
        return byName;
    }

    /** Adds a schema that was written by hand, and refers to it. */
    ObjectNode put(String name, ObjectNode schema) {
        byName.put(name, schema);
        return reference(name);
    }

    /** The name of a type: its simple name, after that of the type it is in. */
    static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }

    static ObjectNode reference(String name) {
        return node().put("$ref", REFERENCE + name);
    }

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }

    ObjectNode of(Shape shape) {
        if (shape instanceof Shape.Typed typed) {
            return of(typed.type());
        }
        if (shape instanceof Shape.ListOf list) {
            return list(of(list.element()));
        }
        if (shape instanceof Shape.MapOf map) {
            return map(of(map.element()));
        }
        if (shape instanceof Form form) {
            return form(form);
        }
        return shape instanceof Shape.Written written ? written.schema().get() : node();
    }

    private static ObjectNode form(Form form) {
        ObjectNode schema = node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Form.Field field : form.fields()) {
            properties.set(field.name(), field.schema().deepCopy().put("description", field.says()));
            if (field.needed()) {
                schema.withArray("required").add(field.name());
            }
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode list(ObjectNode element) {
        return (ObjectNode) node().put("type", "array").set("items", element);
    }

    private static ObjectNode map(ObjectNode element) {
        return (ObjectNode) node().put("type", "object").set("additionalProperties", element);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = node();
        either.withArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == OptionalLong.class) {
            return orNull(of(long.class));
        }
        return Vocabulary.simple(plain).orElseGet(() -> named(plain));
    }

    private ObjectNode ofGeneric(Class<?> type, Type... arguments) {
        if (type == Optional.class) {
            return orNull(of(arguments[0]));
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return list(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(type)) {
            return map(of(arguments[1]));
        }
        throw new IllegalArgumentException("It is not known what " + type + " is in JSON");
    }

    private ObjectNode named(Class<?> type) {
        String name = name(type);
        Class<?> before = types.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException("Both " + before + " and " + type + " would be described as " + name);
        }
        if (before == null) {
            ObjectNode schema = node();
            byName.put(name, schema); // before its parts are described, which may refer to it
            describe(type, schema);
        }
        return reference(name);
    }

    private void describe(Class<?> type, ObjectNode schema) {
        if (type.isEnum()) {
            schema.put("type", "string");
            Arrays.stream(type.getEnumConstants())
                    .forEach(word -> schema.withArray("enum").add(((Enum<?>) word).name()));
        } else if (type.isSealed()) {
            family(type, schema);
        } else if (type.isRecord()) {
            record(type, schema);
        } else {
            throw new IllegalArgumentException("It is not known what " + type + " is in JSON");
        }
    }

    private void family(Class<?> type, ObjectNode schema) {
        ObjectNode mapping = node();
        members(type, schema, mapping);
        schema.putObject("discriminator").put("propertyName", "type").set("mapping", mapping);
    }

    private void members(Class<?> family, ObjectNode schema, ObjectNode mapping) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                members(member, schema, mapping);
            } else {
                ObjectNode reference = named(member);
                schema.withArray("oneOf").add(reference);
                mapping.put(member.getSimpleName(), reference.get("$ref").stringValue());
            }
        }
    }

    private void record(Class<?> type, ObjectNode schema) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        if (isMember(type)) {
            properties.putObject("type").put("const", type.getSimpleName());
            schema.withArray("required").add("type");
        }
        for (RecordComponent part : type.getRecordComponents()) {
            properties.set(part.getName(), of(part));
            schema.withArray("required").add(part.getName());
        }
    }

    private ObjectNode of(RecordComponent part) {
        AnnotatedType annotated = part.getAnnotatedType();
        ObjectNode schema = of(part.getGenericType());
        return annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private static boolean isMember(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
}
