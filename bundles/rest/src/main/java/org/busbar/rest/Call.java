package org.busbar.rest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param path the decoded segments of the path
 * @param query the first value of each query parameter
 * @param headers by lower-case name
 * @param asking who asks; empty if that is not known
 * @param address where it comes from, as digits; empty if that is not known
 * @param route what answers it; null as long as it was not found
 * @param names what the path has in place of the names of the route
 */
record Call(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Caller> asking,
        String address,
        Content content,
        @Nullable Route route,
        Map<String, String> names) {

    /** The name of the caller if the server lets in every program of its own machine. */
    static final String LOCAL = "local";

    Call(
            String method,
            List<String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<Caller> asking,
            String address,
            Content content) {
        this(method, path, query, headers, asking, address, content, null, Map.of());
    }

    Call(
            String method,
            List<String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<Caller> asking,
            Content content) {
        this(method, path, query, headers, asking, "", content);
    }

    Call on(Route found) {
        return new Call(method, path, query, headers, asking, address, content, found, found.names(path));
    }

    private Route known() {
        if (route == null) {
            throw new IllegalStateException("The call has no route yet");
        }
        return route;
    }

    /** What the path has for {@code {name}}. */
    String name(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no {" + name + "}");
        }
        return value;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Who asks; only for routes that are not open to everybody. */
    Caller caller() {
        return asking.orElseThrow(() -> new IllegalStateException("It is not known who asks"));
    }

    /** The text in the query, if it is declared by the route. */
    Optional<String> query(String name) {
        kind(name);
        return Optional.ofNullable(query.get(name));
    }

    /** The whole number in the query, or else what the route says; empty if that says nothing. */
    OptionalLong optionalWhole(String name) {
        Query.Whole whole = (Query.Whole) kind(name);
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return whole.otherwise();
        }
        long number = natural("query." + name, text.get());
        if (number < whole.min() || number > whole.max()) {
            throw Refused.query(name, name + " = " + number + " is not from " + whole.min() + " to " + whole.max());
        }
        return OptionalLong.of(number);
    }

    /** As {@link #optionalWhole}, where the route says what it is if it is not given. */
    long whole(String name) {
        return optionalWhole(name).orElseThrow();
    }

    boolean flag(String name) {
        String text = query(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Refused.query(name, name + " = '" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    /** One of the words of an enumeration, in capital or small letters. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return query(name).map(text -> Arrays.stream(type.getEnumConstants())
                .filter(word -> word.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.query(
                        name,
                        name + " = '" + text + "' is not one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }

    /** Some of the words that the route declares, with commas between them; none if it is not given. */
    List<String> choices(String name) {
        List<String> words = ((Query.Choices) kind(name)).words();
        List<String> given = query(name).map(text -> List.of(text.split(","))).orElse(List.of());
        for (String word : given) {
            if (!words.contains(word)) {
                throw Refused.query(name, name + " = '" + word + "' is not one of " + words);
            }
        }
        return given;
    }

    private Query.Kind kind(String name) {
        return known().queries().stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .map(Query::kind)
                .orElseThrow(() -> new IllegalStateException("The route declares no query parameter " + name));
    }

    /**
     * A whole number of at least 0.
     *
     * @param place where it stands, such as {@code query.limit}
     */
    static long natural(String place, String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            String detail = place + " = '" + text + "' is not a whole number from 0 on";
            throw new Refused(new Problem(Kind.MALFORMED, detail, List.of(new Problem.Fault(place, detail)), Map.of()));
        }
        return Long.parseLong(text);
    }

    /**
     * The body as JSON; an empty one is an empty object.
     *
     * @throws Refused if it is too long, of another type or malformed, or has fields that the form of the route has not
     */
    Body json() {
        String text = content.upTo(known().longest());
        if (!text.isBlank()) {
            MediaTypes.requireJson(header("content-type").orElse(""));
        }
        Body body = Body.of(text);
        return known().takes() instanceof Form form ? body.only(form.names()) : body;
    }

    /**
     * Writes the body to a file.
     *
     * @throws Refused if it is too long, or of another type than the route takes
     */
    void keep(Path file) {
        if (!(known().takes() instanceof Shape.File taken)) {
            throw new IllegalStateException("The route takes no file");
        }
        MediaTypes.requireFile(header("content-type").orElse(""), taken.mediaType());
        content.into(file, known().longest());
    }

    /** Who acts: the caller, or whom the body names; {@code http} if a program of this machine names nobody. */
    String actor(Body body, String field) {
        return named(body, field).orElse(isLocal() ? "http" : caller().name());
    }

    /** As {@link #actor}, but a program of this machine has to name somebody. */
    String signer(Body body, String field) {
        return isLocal() ? body.text(field) : actor(body, field);
    }

    private boolean isLocal() {
        return caller().name().equals(LOCAL);
    }

    private Optional<String> named(Body body, String field) {
        Optional<String> named = body.optionalText(field);
        if (named.isPresent() && !named.get().equals(caller().name()) && !caller().has(Role.ADMIN)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    field + " = '" + named.get() + "', but who asks is '" + caller().name()
                            + "'; only an administrator may act for somebody else. Leave '" + field + "' out");
        }
        return named;
    }
}
