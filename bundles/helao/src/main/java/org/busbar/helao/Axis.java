package org.busbar.helao;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Unit;

/**
 * A coordinate of the points an optimizer chooses from.
 *
 * @param name the key HELAO's clients read it under, such as {@code next_x}
 * @param from where it is found beside an observed value, as the mapping says; empty to guess
 * @param pointer the parameter it is copied to, such as {@code moveAbs_1/dx}; empty if it is not known
 */
record Axis(String name, Unit unit, String from, String pointer) {

    private static final String NEXT = "next_";

    /** Whether a key of an observation is this coordinate. */
    boolean isKey(String key) {
        return key.equals(from) || key.equals(name) || key.equals(shortName());
    }

    /** What it was when something was observed. */
    Optional<Datum> find(StepData observed, Address address, Scope scope) {
        if (from.contains("/")) {
            return beside(address, Address.parts(from), scope);
        }
        Optional<Datum> own = Stream.of(from, name, shortName())
                .flatMap(key -> Stream.of(
                        observed.data().get(key), observed.parameters().get(key)))
                .flatMap(Stream::ofNullable)
                .findFirst();
        return own.isPresent() || !from.isEmpty() ? own : beside(address, pointed(), scope);
    }

    private String shortName() {
        return name.startsWith(NEXT) ? name.substring(NEXT.length()) : name;
    }

    private List<String> pointed() {
        List<String> parts = Address.parts(pointer);
        return parts.size() == 2 ? List.of(parts.get(0).split("_")[0], "parameters", parts.get(1)) : List.of();
    }

    private static Optional<Datum> beside(Address address, List<String> path, Scope scope) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return scope.of(address.thread())
                .flatMap(run -> run.action(address, path.get(0)))
                .flatMap(step -> step.at(path.subList(1, path.size())));
    }
}
