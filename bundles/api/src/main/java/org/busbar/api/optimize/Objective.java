package org.busbar.api.optimize;

/** An output to make as small or as large as possible. */
public record Objective(String output, Goal goal) {

    /** The direction of improvement. */
    public enum Goal {
        MINIMIZE,
        MAXIMIZE;

        /** +1 where more is better, -1 where less is. */
        public int sign() {
            return this == MAXIMIZE ? 1 : -1;
        }
    }
}
