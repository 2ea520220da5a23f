package org.busbar.drivers.helao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/** An action server at the end of a link, and the paths by which it knows its actions. Safe for use by many threads. */
final class ActionServer {

    private final Link link;
    private final List<Endpoint> used = new CopyOnWriteArrayList<>();
    private final Map<String, String> declared = new ConcurrentHashMap<>();

    ActionServer(Link link) {
        this.link = link;
    }

    /** Notes that an action is called by the description, so that {@link #check} looks for it. */
    void use(Endpoint endpoint) {
        used.add(endpoint);
    }

    /**
     * Calls an action and waits for its answer. The path is the one that the server declares: several declare theirs with a
     * slash at the end, and answer all others by a redirection.
     *
     * @param query with its question mark, or empty
     * @param within how long the answer may take
     * @throws DeviceException if the server refused what it was asked (4xx)
     * @throws LinkException if it failed at it (5xx), as HELAO's servers do for any error: how far it came is not known
     */
    String call(Endpoint endpoint, String query, Duration within, boolean urgent)
            throws DeviceException, LinkException, InterruptedException {
        Link line = urgent ? link.urgent() : link;
        String path = declared.getOrDefault(endpoint.path(), endpoint.path());
        return line.within(within).ask("GET " + path + query);
    }

    /**
     * Compares the actions that the description calls with those that the server declares.
     *
     * @throws DeviceException with {@code IDENTITY_MISMATCH} if one is not there, with {@code CONFIGURATION} if its
     *     parameters are others
     */
    void check() throws DeviceException, LinkException, InterruptedException {
        OpenApi api = OpenApi.parse(link.uri(), link.ask("GET /openapi.json"));
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : used) {
            OpenApi.Operation operation = api.find(endpoint.path());
            declared.put(endpoint.path(), operation.path());
            wrong.addAll(differences(endpoint, operation));
        }
        if (!wrong.isEmpty()) {
            throw new DeviceException(Detail.CONFIGURATION, link.uri() + ": " + String.join("; ", wrong));
        }
    }

    private static List<String> differences(Endpoint endpoint, OpenApi.Operation operation) {
        List<String> wrong = new ArrayList<>();
        Set<String> given = endpoint.parameters();
        operation.required().stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> wrong.add(endpoint.path() + " needs the parameter '" + name + "': add it under with"));
        given.stream()
                .filter(name -> !operation.parameters().contains(name))
                .forEach(name -> wrong.add(endpoint.path() + " has no parameter '" + name + "', only "
                        + operation.parameters() + ", and would ignore it"));
        return wrong;
    }
}
