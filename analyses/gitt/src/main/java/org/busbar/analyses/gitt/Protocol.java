package org.busbar.analyses.gitt;

import java.util.List;

/** Where the short-time formula looks: at the voltage under current (GITT) or at rest (ICI). */
enum Protocol {
    GITT("gitt", 60, 0, List.of(Method.SERIES, Method.SHORT_TIME, Method.AMPWORKS, Method.WEPPNER_HUGGINS)),
    ICI("ici", 10, 3, List.of(Method.SERIES, Method.SHORT_TIME, Method.AMPWORKS));

    private final String analysis;
    private final double windowEnd;
    private final int neighbours;
    private final List<String> methods;

    Protocol(String analysis, double windowEnd, int neighbours, List<String> methods) {
        this.analysis = analysis;
        this.windowEnd = windowEnd;
        this.neighbours = neighbours;
        this.methods = methods;
    }

    String analysis() {
        return analysis;
    }

    /** s */
    double windowEnd() {
        return windowEnd;
    }

    /** Rests on each side that tell the slope: short rests tell little of it by themselves. */
    int neighbours() {
        return neighbours;
    }

    String[] methods() {
        return methods.toArray(String[]::new);
    }

    /** The samples that the formula is about, from the first to one after the last. */
    int[] samples(Pulse pulse) {
        return this == GITT
                ? new int[] {pulse.from(), pulse.restStep().from()}
                : new int[] {pulse.restStep().from(), pulse.restStep().to()};
    }

    /** s, when the current changed. */
    double start(Pulse pulse) {
        return this == GITT ? pulse.firstStep().start() : pulse.restStep().start();
    }

    /** s, how long the time that the formula is about lasts. */
    double duration(Pulse pulse) {
        return this == GITT ? pulse.duration() : pulse.restDuration();
    }
}
