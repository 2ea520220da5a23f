package org.busbar.api.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plug-in as it was when it acted.
 *
 * @param id its {@code lab.id}
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 * @param sha256 the SHA-256 of its jar, as 64 hexadecimal digits; empty if it was not started from a jar
 * @param configuration its settings, secrets left out
 */
public record Agent(String id, String bundle, String version, String sha256, Map<String, String> configuration) {

    /** Who does the steps that only hold others, such as a loop: they make nothing. */
    public static final Agent ORCHESTRATOR = named("orchestrator");

    public Agent {
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
    }

    /** An agent that is no plug-in, such as a person or a tenant elsewhere. */
    public static Agent named(String id) {
        return new Agent(id, "", "", "", Map.of());
    }
}
