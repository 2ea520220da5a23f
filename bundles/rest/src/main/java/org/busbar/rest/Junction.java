package org.busbar.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the tree of all patterns: the routes that end there, and the ways on. */
final class Junction {

    private final Map<String, Route> ends = new HashMap<>(); // by method
    private final Map<String, Junction> words = new HashMap<>();
    private @Nullable Junction name;
    private @Nullable Junction names;

    /** @throws IllegalStateException if there is a route for the same method and the same paths */
    void add(Route route) {
        Junction end = this;
        for (String segment : route.pattern()) {
            end = end.next(segment);
        }
        Route before = end.ends.putIfAbsent(route.method(), route);
        if (before != null) {
            throw new IllegalStateException("There are two routes " + route.method() + " " + route.path());
        }
    }

    private Junction next(String segment) {
        if (!Route.isName(segment)) {
            return words.computeIfAbsent(segment, word -> new Junction());
        }
        Junction next = Route.isMany(segment) ? names : name;
        if (next == null) {
            next = new Junction();
            if (Route.isMany(segment)) {
                names = next;
            } else {
                name = next;
            }
        }
        return next;
    }

    /** The route for the rest of the path from {@code at} on; words go before names. */
    @Nullable
    Route find(List<String> path, int at, String method) {
        if (at == path.size()) {
            return ends.get(method);
        }
        Junction word = words.get(path.get(at));
        Route found = word == null ? null : word.find(path, at + 1, method);
        if (found == null && name != null) {
            found = name.find(path, at + 1, method);
        }
        for (int end = at + 1; found == null && names != null && end <= path.size(); end++) {
            found = names.find(path, end, method);
        }
        return found;
    }

    /** Collects every method for the rest of the path. */
    void collect(List<String> path, int at, Set<String> methods) {
        if (at == path.size()) {
            methods.addAll(ends.keySet());
            return;
        }
        Junction word = words.get(path.get(at));
        if (word != null) {
            word.collect(path, at + 1, methods);
        }
        if (name != null) {
            name.collect(path, at + 1, methods);
        }
        for (int end = at + 1; names != null && end <= path.size(); end++) {
            names.collect(path, end, methods);
        }
    }
}
