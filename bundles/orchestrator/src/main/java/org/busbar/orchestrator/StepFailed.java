package org.busbar.orchestrator;

/** A step has failed for good, and with it the run. */
final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailed(String path, String reason) {
        super("step " + path + ": " + reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
