package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Devices: what there is, single actions, and the safety-stop. */
@Component(service = Routes.class)
public final class DeviceRoutes implements Routes {

    private final Orchestrator orchestrator;
    private final RunDesk desk;

    @Activate
    public DeviceRoutes(@Reference Orchestrator orchestrator, @Reference RunDesk desk) {
        this.orchestrator = orchestrator;
        this.desk = desk;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/devices", call -> Response.json(orchestrator.stations())),
                Route.get("/api/v1/devices/{id}", call -> Response.json(station(orchestrator, call))),
                Route.post("/api/v1/devices/{id}/actions/{action}", this::act),
                Route.post("/api/v1/safety-stop", this::safetyStop),
                Route.post("/api/v1/safety-stop/clear", this::clear));
    }

    private Response act(Call call) throws InterruptedException {
        Station station = station(orchestrator, call);
        Capability action = action(station, call.name("action"));
        Values inputs = Inputs.checked("", call.json().all(), action.inputs());
        String id = RunDesk.id("run-", call);
        return desk.submit(new Run(id, alone(station.id(), action), inputs, "http"), call);
    }

    /**
     * The device of the path.
     *
     * @throws Refused if there is none of that id
     */
    static Station station(Orchestrator orchestrator, Call call) {
        String id = call.name("id");
        List<Station> stations = orchestrator.stations();
        return stations.stream()
                .filter(station -> station.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no device '" + id + "', only "
                        + stations.stream().map(Station::id).toList()));
    }

    private static Capability action(Station station, String name) {
        if (station.state() == Station.State.DRIVER_MISSING) {
            throw Refused.conflict("The driver of device '" + station.id() + "' is missing: " + station.detail());
        }
        return station.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("Device '" + station.id() + "' has no action '" + name + "', only "
                        + station.actions().stream().map(Capability::name).toList()));
    }

    /** The sequence of one step that is just this action. */
    private static Sequence alone(String device, Capability action) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        action.inputs().forEach(p -> inputs.put(p.name(), new Input.Given(p.name())));
        Map<String, Input> outputs = new LinkedHashMap<>();
        for (Parameter output : action.outputs()) {
            outputs.put(output.name(), new Input.Output(action.name(), output.name()));
        }
        Step step = new Step.Act(action.name(), action.name(), device, inputs);
        return new Sequence(device + "." + action.name(), "1", action.inputs(), List.of(step), outputs);
    }

    /** Is never refused for what is in the body: stopping comes first. */
    private Response safetyStop(Call call) {
        return Response.json(
                orchestrator.safetyStop(said(call, "by", "http"), said(call, "reason", "no reason could be read")));
    }

    private static String said(Call call, String name, String otherwise) {
        try {
            return call.json().optionalText(name).orElse(otherwise);
        } catch (Refused e) {
            return otherwise;
        }
    }

    private Response clear(Call call) {
        Body body = call.json().only("by", "reason");
        orchestrator.clearSafetyStop(body.text("by"), body.text("reason"));
        return Response.json(orchestrator.stations());
    }
}
