package org.busbar.rest;

import java.lang.reflect.Type;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What a document looks like. */
sealed interface Shape
        permits Shape.Nothing, Shape.Bytes, Shape.File, Shape.Typed, Shape.ListOf, Shape.MapOf, Shape.Written, Form {

    /** No document. */
    Shape NOTHING = new Nothing();

    /** Something that is not JSON. */
    Shape TEXT = new Bytes();

    /** No document. */
    record Nothing() implements Shape {}

    /** Something that is not JSON. */
    record Bytes() implements Shape {}

    /** A file of that type. */
    record File(String mediaType) implements Shape {}

    /** A record as {@link org.busbar.json.Json} writes it. */
    record Typed(Type type) implements Shape {}

    record ListOf(Shape element) implements Shape {}

    /** An object that has the names of things. */
    record MapOf(Shape element) implements Shape {}

    /** A JSON schema written by hand. */
    record Written(Supplier<ObjectNode> schema) implements Shape {}

    static Shape of(Class<?> record) {
        return new Typed(record);
    }

    static Shape listOf(Class<?> record) {
        return new ListOf(of(record));
    }

    static Shape mapOf(Shape element) {
        return new MapOf(element);
    }
}
