package org.busbar.check;

import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;

/**
 * What is known of an input before the run.
 *
 * @param value what it will be
 * @param kind what sort of value it will be; known if the value is
 */
record Source(Optional<Value> value, Optional<Kind> kind) {

    static final Source UNKNOWN = new Source(Optional.empty(), Optional.empty());

    static Source of(Value value) {
        return new Source(Optional.of(value), Optional.of(Kind.of(value)));
    }

    static Source of(Parameter parameter) {
        return of(Kind.of(parameter));
    }

    static Source of(Kind kind) {
        return new Source(Optional.empty(), Optional.of(kind));
    }

    /** Why it cannot be given as that parameter, as far as is known. */
    Optional<String> misfit(Parameter wanted) {
        return value.isPresent()
                ? wanted.refusal(value.get())
                : misfit(Kind.of(wanted)).map(reason -> reason + " is wanted for " + wanted.name());
    }

    /** Why it is not of that kind, as the begin of a sentence. */
    Optional<String> misfit(Kind wanted) {
        return kind.filter(mine -> !mine.convertsTo(wanted)).map(mine -> "it is " + mine + ", but " + wanted);
    }
}
