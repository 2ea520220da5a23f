package org.busbar.finales;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An operation and where it is.
 *
 * @param path its parts; {@code {}} stands for any part
 * @param open whether it needs no token
 * @param summary one line for people
 */
record Route(String method, List<String> path, boolean open, String summary, Operation operation) {

    static final String ANY = "{}";

    /** What is done when it is called. */
    interface Operation {
        Answer answer(Call call);
    }

    static Route of(String method, String path, String summary, Operation operation) {
        return new Route(method, parts(path), false, summary, operation);
    }

    static Route open(String method, String path, String summary, Operation operation) {
        return new Route(method, parts(path), true, summary, operation);
    }

    /** The same, but as if it were not there while the condition does not hold. */
    Route onlyIf(BooleanSupplier condition) {
        return new Route(method, path, open, summary, call -> {
            if (!condition.getAsBoolean()) {
                throw new Refused(404, "Not Found");
            }
            return operation.answer(call);
        });
    }

    /** The parts of a path, whatever slashes are around and between them. */
    static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    boolean fits(List<String> parts) {
        if (parts.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!path.get(i).equals(ANY) && !path.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The variable part; empty if there is none. */
    String variable(List<String> parts) {
        int at = path.indexOf(ANY);
        return at < 0 ? "" : parts.get(at);
    }
}
