package org.busbar.drivers.scpi;

import java.lang.annotation.Annotation;
import org.busbar.api.link.Links;

/** Settings of a test. */
record Given(String link, String description, String terminator, boolean check_errors)
        implements ScpiInstrument.Config {

    static final String SUPPLY = "examples/bench-supply.yaml";

    static ScpiInstrument supply(Links links, String link) {
        return new ScpiInstrument(new Given(link, SUPPLY, "LF", true), links);
    }

    @Override
    public String lab_id() {
        return "supply";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return ScpiInstrument.Config.class;
    }
}
