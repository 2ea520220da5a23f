package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.SequenceException;
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

    /** For a query parameter that cannot be read. */
    static Refused query(String name, String detail) {
        return new Refused(
                new Problem(Kind.MALFORMED, detail, List.of(new Problem.Fault("query." + name, detail)), Map.of()));
    }

    /** For these things that are wrong with a sequence or the inputs of a run. */
    static Refused found(List<Finding> findings) {
        return invalid(findings.stream()
                .map(found -> new Problem.Fault(place(found), found.toString()))
                .toList());
    }

    private static String place(Finding found) {
        return found.step() + (found.step().isEmpty() || found.field().isEmpty() ? "" : ".") + found.field();
    }

    /** What a service gives; what the service refuses with a sentence is refused with that sentence. */
    static <T> T where(Supplier<T> service) {
        try {
            return service.get();
        } catch (SequenceException e) {
            throw found(e.findings());
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

    /** As {@link #where}, for a service that refuses what does not fit the state things are in. */
    static void inState(Runnable service) {
        try {
            service.run();
        } catch (IllegalArgumentException e) {
            throw conflict(String.valueOf(e.getMessage()));
        }
    }

    Problem problem() {
        return problem;
    }
}
