package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.busbar.rest.Problem.Kind;

/** A request that is answered by a {@link Problem}. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Refused(Kind kind, String detail) {
        this(new Problem(kind, detail));
    }

    static Refused notFound(String detail) {
        return new Refused(Kind.NOT_FOUND, detail);
    }

    static Refused conflict(String detail) {
        return new Refused(Kind.CONFLICT, detail);
    }

    static Refused invalid(String path, String detail) {
        return invalid(List.of(new Problem.Fault(path, detail)));
    }

    static Refused invalid(List<Problem.Fault> faults) {
        String detail = faults.stream().map(Problem.Fault::detail).collect(Collectors.joining("; "));
        return new Refused(new Problem(Kind.INVALID, detail, faults, Map.of()));
    }

    /** What a service gives; what the service refuses with a sentence is refused with that sentence. */
    static <T> T where(Supplier<T> service) {
        try {
            return service.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(Kind.INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #where}, for a service that gives nothing. */
    static void where(Runnable service) {
        where(() -> {
            service.run();
            return true;
        });
    }

    Problem problem() {
        return problem;
    }
}
