package org.busbar.helao;

import java.util.List;
import java.util.stream.Collectors;

/** An experiment cannot be taken on or carried out, for all these reasons. */
final class SoeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Something wrong with an experiment.
     *
     * @param step the index of the step, from 0; -1 if it concerns the whole
     */
    record Fault(int step, String message) {
        @Override
        public String toString() {
            return step < 0 ? message : "step " + step + ": " + message;
        }
    }

    SoeException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    SoeException(int step, String message) {
        this(List.of(new Fault(step, message)));
    }

    SoeException(SoeStep step, String message) {
        this(step.index(), step + ": " + message);
    }

    List<Fault> faults() {
        return faults;
    }
}
