package org.busbar.distribution.bench.optimizers.records;

import org.jspecify.annotations.Nullable;

/** A run that breaks the rules of the record; the message names the field. */
final class Fault extends IllegalArgumentException {

    Fault(String field, @Nullable String reason) {
        super("field " + field + ": " + reason);
    }
}
