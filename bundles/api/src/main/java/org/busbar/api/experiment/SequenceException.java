package org.busbar.api.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** A run was not taken on, for all these reasons. */
public final class SequenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public SequenceException(String sequence, List<Finding> findings) {
        super("Sequence " + sequence + ": "
                + findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong. */
    public List<Finding> findings() {
        return findings;
    }
}
