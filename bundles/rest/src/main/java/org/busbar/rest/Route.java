package org.busbar.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * What answers one method on one pattern of paths, with everything a client has to know to use it. Written as
 *
 * <pre>
 * Route.get("/api/v1/runs").says("Runs, newest first").query("limit", Query.whole(1, 1000, 100), "…")
 *         .givesList(Row.class).does(this::list)
 * </pre>
 *
 * @param pattern the segments of the path; one in braces stands for any text and gives it that name, and one such as
 *     {@code {step...}} for any texts, with the slashes between them
 * @param access who may
 * @param tag what it belongs to
 * @param summary what it does, in a line
 * @param headers the headers that make a difference
 * @param takes the body; {@link Shape#NOTHING} if it has none
 * @param longest the most bytes the body may have
 * @param handler what does it
 */
record Route(
        String method,
        List<String> pattern,
        Access access,
        String tag,
        String summary,
        List<Query> queries,
        List<Query> headers,
        Shape takes,
        List<Answer> answers,
        int longest,
        Handler handler) {

    /** The most bytes of an ordinary body. */
    static final int LONGEST_BODY = 1 << 20;

    private static final String MANY = "...}";

    Route {
        pattern = List.copyOf(pattern);
        queries = List.copyOf(queries);
        headers = List.copyOf(headers);
        answers = List.copyOf(answers);
    }

    /** Answers a call whose path fits and whose caller may. */
    @FunctionalInterface
    interface Handler {
        Response answer(Call call) throws InterruptedException;
    }

    /** What a client is answered if all is well. */
    record Answer(int status, String mediaType, Shape shape) {}

    static Draft get(String pattern) {
        return new Draft("GET", pattern).by(Role.VIEWER);
    }

    static Draft post(String pattern) {
        return new Draft("POST", pattern);
    }

    static Draft put(String pattern) {
        return new Draft("PUT", pattern);
    }

    static Draft delete(String pattern) {
        return new Draft("DELETE", pattern);
    }

    /** The pattern as it is written: {@code /api/v1/runs/{id}}. */
    String path() {
        return "/" + String.join("/", pattern);
    }

    /** Whether a segment of a pattern stands for any text. */
    static boolean isName(String segment) {
        return segment.startsWith("{");
    }

    /** Whether a segment of a pattern stands for any texts with the slashes between them. */
    static boolean isMany(String segment) {
        return segment.endsWith(MANY);
    }

    /** The name in a segment of a pattern. */
    static String name(String segment) {
        return segment.substring(1, segment.length() - (isMany(segment) ? MANY.length() : 1));
    }

    /** What a path that fits has in place of the names. */
    Map<String, String> names(List<String> path) {
        Map<String, String> names = new LinkedHashMap<>();
        int at = 0;
        for (String segment : pattern) {
            int length = isMany(segment) ? path.size() - pattern.size() + 1 : 1;
            if (isName(segment)) {
                names.put(name(segment), String.join("/", path.subList(at, at + length)));
            }
            at += length;
        }
        return names;
    }

    /** A route in the making. */
    static final class Draft {

        private final String method;
        private final List<String> pattern;
        private final List<Query> queries = new ArrayList<>();
        private final List<Query> headers = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private @Nullable Access access;
        private String summary = "";
        private String tag;
        private Shape takes = Shape.NOTHING;
        private int longest = LONGEST_BODY;

        private Draft(String method, String pattern) {
            this.method = method;
            this.pattern = Arrays.asList(pattern.substring(1).split("/"));
            this.tag = this.pattern.get(Math.min(2, this.pattern.size() - 1));
        }

        /** For callers with that role. */
        Draft by(Role role) {
            access = Access.of(role);
            return this;
        }

        /** For everybody of whom it is known who it is. */
        Draft byAnyCaller() {
            access = Access.CALLERS;
            return this;
        }

        /** For everybody, also if nothing is known of them. */
        Draft byAnybody() {
            access = Access.OPEN;
            return this;
        }

        Draft says(String text) {
            summary = text;
            return this;
        }

        /** Belonging to something else than the third segment of the path says. */
        Draft tagged(String name) {
            tag = name;
            return this;
        }

        Draft query(String name, Query.Kind kind, String says) {
            queries.add(new Query(name, kind, says));
            return this;
        }

        Draft header(String name, Query.Kind kind, String says) {
            headers.add(new Query(name, kind, says));
            return this;
        }

        /** With a key that makes it safe to ask again when no answer came. */
        Draft keyed() {
            return header("Idempotency-Key", Query.words(), "The same key does it once, however often it is sent");
        }

        /** With {@code offset} and {@code limit}. */
        Draft paged(int otherwise, int most) {
            return query("offset", Query.whole(0, Query.LARGEST, 0), "How many to leave out")
                    .query("limit", Query.whole(1, most, otherwise), "The most to be given");
        }

        /** With a JSON body; a {@link Form} is checked for fields that it does not have. */
        Draft takes(Shape shape) {
            takes = shape;
            return this;
        }

        /** With a body of up to so many bytes. */
        Draft upTo(int bytes) {
            longest = bytes;
            return this;
        }

        Draft gives(Class<?> record) {
            return gives(200, Shape.of(record));
        }

        Draft givesList(Class<?> record) {
            return gives(200, Shape.listOf(record));
        }

        Draft gives(int status, Class<?> record) {
            return gives(status, Shape.of(record));
        }

        Draft gives(int status, Shape shape) {
            answers.add(new Answer(status, Response.JSON, shape));
            return this;
        }

        /** With something else than JSON. */
        Draft givesType(String mediaType) {
            answers.add(new Answer(200, mediaType, Shape.TEXT));
            return this;
        }

        /** The route, done by that handler. */
        Route does(Handler handler) {
            if (access == null) {
                throw new IllegalStateException(method + " /" + String.join("/", pattern) + " does not say who may");
            }
            return new Route(method, pattern, access, tag, summary, queries, headers, takes, answers, longest, handler);
        }
    }
}
