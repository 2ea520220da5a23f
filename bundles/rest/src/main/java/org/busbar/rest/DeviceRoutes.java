package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ObjectNode;

/** Devices: what there is, single actions, and the safety-stop. */
@Component(service = Routes.class)
public final class DeviceRoutes implements Routes {

    static final String ACTION = "/api/v1/devices/{id}/actions/{action}";
    private static final String UNSAID = "no reason could be read";

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
                Route.get("/api/v1/devices")
                        .says("Every device with its actions and what it does just now")
                        .givesList(Station.class)
                        .does(call -> Response.json(orchestrator.stations())),
                Route.get("/api/v1/devices/{id}")
                        .says("A device with its actions and what it does just now")
                        .gives(Station.class)
                        .does(call -> Response.json(station(orchestrator, call))),
                Route.post(ACTION)
                        .by(Role.OPERATOR)
                        .says("Has a device do one thing, as a run of one step; the body is the inputs of the action")
                        .keyed()
                        .query("wait", Query.whole(0, RunDesk.LONGEST_WAIT, 0), RunDesk.WAIT)
                        .takes(new Shape.Written(() -> FormSchema.reference(Vocabulary.GIVEN_VALUES)))
                        .gives(200, RunView.class)
                        .gives(202, RunView.class)
                        .does(this::act),
                Route.post("/api/v1/devices/{id}/reset")
                        .by(Role.OPERATOR)
                        .says("Asks a device again whether it is ready, as after its fault was mended")
                        .gives(Station.class)
                        .does(this::reset),
                Route.post("/api/v1/safety-stop")
                        .byAnyCaller()
                        .says("Stops every device and gives them no more work; is never refused for its body")
                        .takes(Form.of(Form.by(), Form.reason()))
                        .givesList(SafetyStop.class)
                        .does(this::safetyStop),
                Route.post("/api/v1/safety-stop/clear")
                        .by(Role.OPERATOR)
                        .says("Has the devices given work again")
                        .takes(Form.of(Form.by(), Form.reason().need()))
                        .givesList(Station.class)
                        .does(this::clear));
    }

    @Override
    public List<Route> live() {
        return orchestrator.stations().stream()
                .flatMap(station -> station.actions().stream().map(action -> live(station.id(), action)))
                .toList();
    }

    private Route live(String device, Capability action) {
        String path =
                ACTION.replace("{id}", Segments.encoded(device)).replace("{action}", Segments.encoded(action.name()));
        String key = key(device, action);
        Shape run = new Shape.Written(() -> runOf(FormSchema.reference(key + ".outputs")));
        return Route.post(path)
                .by(Role.OPERATOR)
                .says("Has device " + device + " " + action.name())
                .tagged("device " + device)
                .keyed()
                .query("wait", Query.whole(0, RunDesk.LONGEST_WAIT, 0), RunDesk.WAIT)
                .takes(new Shape.Written(() -> FormSchema.reference(key + ".inputs")))
                .gives(200, run)
                .gives(202, run)
                .does(this::act);
    }

    /** A run that, once it is done, has given these outputs. */
    private static ObjectNode runOf(ObjectNode outputs) {
        ObjectNode run = Json.mapper().createObjectNode();
        run.withArray("allOf").add(FormSchema.reference(Schemas.name(RunView.class)));
        ObjectNode given = run.withArray("allOf").addObject();
        given.putObject("if").putObject("properties").putObject("state").put("const", Run.State.COMPLETED.name());
        given.putObject("then").putObject("properties").set("outputs", outputs);
        return run;
    }

    private static String key(String device, Capability action) {
        return FormSchema.key("actions", device, action.name());
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        orchestrator.stations().forEach(station -> station.actions().forEach(action -> {
            schemas.put(key(station.id(), action) + ".inputs", FormSchema.of(action.inputs()));
            schemas.put(key(station.id(), action) + ".outputs", FormSchema.given(action.outputs()));
        }));
        return schemas;
    }

    private Response act(Call call) throws InterruptedException {
        Station station = station(orchestrator, call);
        Capability action = action(station, call.name("action"));
        Values inputs = Inputs.checked("", call.json().all(), action.inputs());
        String id = RunDesk.id("run-", call);
        return desk.submit(new Run(id, alone(station.id(), action), inputs, call.actor(Body.EMPTY, "askedBy")), call);
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

    private Response reset(Call call) {
        String id = station(orchestrator, call).id();
        Refused.where(() -> orchestrator.reset(id));
        return Response.json(station(orchestrator, call));
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
        String by = readable(call, body -> call.actor(body, "by")).orElseGet(() -> call.actor(Body.EMPTY, "by"));
        String reason = readable(call, body -> body.said("reason", UNSAID)).orElse(UNSAID);
        return Response.json(orchestrator.safetyStop(by, reason));
    }

    private static Optional<String> readable(Call call, Function<Body, String> part) {
        try {
            return Optional.of(part.apply(call.json()));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private Response clear(Call call) {
        Body body = call.json();
        orchestrator.clearSafetyStop(call.signer(body, "by"), body.text("reason"));
        return Response.json(orchestrator.stations());
    }
}
