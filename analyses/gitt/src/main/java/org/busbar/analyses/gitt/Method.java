package org.busbar.analyses.gitt;

/** The words for which formula stands beside the fit. */
final class Method {

    /** None is asked for; that of {@link #SHORT_TIME} is given to show its bias. */
    static final String SERIES = "series";
    /** Slope of the voltage against the root of the time since the current changed. */
    static final String SHORT_TIME = "short-time";
    /** The same as NREL's ampworks has it: time since the first sample, and for ICI drift per time of the clock. */
    static final String AMPWORKS = "peer:ampworks";
    /** Ratio of the changes of voltage: D = 4/(&pi; &tau;) (R/3)<sup>2</sup> (dE<sub>s</sub>/dE<sub>t</sub>)<sup>2</sup>. */
    static final String WEPPNER_HUGGINS = "weppner-huggins";

    private Method() {}
}
