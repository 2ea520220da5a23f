package org.busbar.drivers.http;

import java.lang.annotation.Annotation;
import org.busbar.api.link.Links;

/** Settings of a test. */
record Given(String link, String description, String user, String password, String token)
        implements HttpInstrument.Config {

    static final String THERMOSTAT = "examples/thermostat.yaml";

    static HttpInstrument thermostat(Links links, String link) {
        return new HttpInstrument(new Given(link, THERMOSTAT, "", "", ""), links);
    }

    @Override
    public String lab_id() {
        return "bath";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return HttpInstrument.Config.class;
    }
}
