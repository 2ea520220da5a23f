package org.busbar.helao;

import java.util.Collection;
import org.busbar.json.Json;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The status of the threads as HELAO gives it. */
final class Status {

    private Status() {}

    static String of(Collection<Lane> lanes) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        lanes.forEach(lane -> describe(lane, all.putObject(String.valueOf(lane.number))));
        return Json.write(all);
    }

    private static void describe(Lane lane, ObjectNode status) {
        Place place = lane.place;
        status.put("path", place == null ? null : place.path());
        status.put("run", place == null ? null : Integer.valueOf(place.run()));
        status.put("experiment", place == null ? null : Integer.valueOf(lane.experiment));
        String action = lane.current == null ? "" : lane.current.current();
        status.put("current_action", action.isEmpty() ? null : action);
        status.put("status", lane.status());
        lane.history.forEach(past -> status.withArray("/history")
                .addObject()
                .put("path", past.path())
                .put("run", past.run()));
        if (lane.history.isEmpty()) {
            status.putArray("history");
        }
        if (!lane.reason.isEmpty()) {
            status.put("reason", lane.reason);
        }
    }
}
