package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Station;
import org.busbar.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why devices and positions are given no work: hold them for oneself, and clear them. */
@Component(service = Routes.class)
public final class BarRoutes implements Routes {

    private static final Form HOLD = Form.of(
            Form.by(),
            Form.reason(),
            Form.text("for", "How long, such as 2 h; until it is cleared if it is not given"));

    private static final Form CLEAR =
            Form.of(Form.choice("kind", Bar.Kind.class, "What is cleared").need(), Form.by(), Form.reason());

    private final Orchestrator orchestrator;
    private final Index<Map<Bar.Kind, Bar>> index;

    /** @param device the {@code lab.id} of a device or the name of a position */
    record Row(String device, Bar.Kind kind, String by, String reason, Instant since, @Nullable Instant until) {

        static Row of(String device, Bar bar) {
            return new Row(
                    device,
                    bar.kind(),
                    bar.by(),
                    bar.reason(),
                    bar.since(),
                    bar.until().orElse(null));
        }
    }

    @Activate
    public BarRoutes(@Reference Orchestrator orchestrator, @Reference Journal journal) {
        this.orchestrator = orchestrator;
        this.index = new Index<>(journal, Set.of(LabEvent.Barred.class, LabEvent.Unbarred.class), BarRoutes::after);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/bars")
                        .says("Devices and positions that are given no work, and why")
                        .givesList(Row.class)
                        .does(call -> Response.json(bars())),
                holding("/api/v1/devices/{id}/hold", "Has a device given no work for now", this::device),
                clearing("/api/v1/devices/{id}/clear", "Has a device given work again", this::device),
                holding("/api/v1/positions/{id}/hold", "Has a position not used for now", BarRoutes::position),
                clearing("/api/v1/positions/{id}/clear", "Has a position used again", BarRoutes::position));
    }

    private Route holding(String path, String says, Function<Call, String> named) {
        return Route.post(path)
                .by(Role.OPERATOR)
                .says(says)
                .takes(HOLD)
                .givesList(Row.class)
                .does(call -> hold(named.apply(call), call));
    }

    private Route clearing(String path, String says, Function<Call, String> named) {
        return Route.post(path)
                .by(Role.OPERATOR)
                .says(says)
                .takes(CLEAR)
                .givesList(Row.class)
                .does(call -> clear(named.apply(call), call));
    }

    private static String position(Call call) {
        return call.name("id");
    }

    private static Map<Bar.Kind, Bar> after(@Nullable Map<Bar.Kind, Bar> before, LabEvent event) {
        Map<Bar.Kind, Bar> bars = new EnumMap<>(Bar.Kind.class);
        bars.putAll(before == null ? Map.of() : before);
        if (event instanceof LabEvent.Barred e) {
            bars.put(e.bar().kind(), e.bar());
        } else if (event instanceof LabEvent.Unbarred e) {
            bars.remove(e.kind());
        }
        return bars;
    }

    /** Those of devices as the orchestrator has them, those of positions as the journal has them. */
    private List<Row> bars() {
        List<Row> rows = new ArrayList<>();
        List<Station> stations = orchestrator.stations();
        stations.forEach(station -> station.bars().forEach(bar -> rows.add(Row.of(station.id(), bar))));
        Set<String> devices = Set.copyOf(stations.stream().map(Station::id).toList());
        Instant now = Instant.now();
        journaled().stream()
                .filter(row -> !devices.contains(row.device()))
                .filter(row -> row.until() == null || row.until().isAfter(now))
                .forEach(rows::add);
        return rows;
    }

    private List<Row> journaled() {
        List<Row> rows = new ArrayList<>();
        index.bySubject().forEach((device, bars) -> bars.values().forEach(bar -> rows.add(Row.of(device, bar))));
        return rows;
    }

    private String device(Call call) {
        return DeviceRoutes.station(orchestrator, call).id();
    }

    private Response hold(String device, Call call) {
        Body body = call.json();
        Instant now = Instant.now();
        Optional<Instant> until = Span.of(body, "for").map(now::plus);
        Bar bar = new Bar(Bar.Kind.HOLD, call.signer(body, "by"), body.said("reason", ""), now, until);
        Refused.where(() -> orchestrator.bar(device, bar));
        return Response.json(of(device));
    }

    private Response clear(String device, Call call) {
        Body body = call.json();
        Bar.Kind kind = kind(body.text("kind"));
        String by = call.signer(body, "by");
        String reason = body.said("reason", "");
        Refused.where(() -> orchestrator.unbar(device, kind, by, reason));
        return Response.json(of(device));
    }

    private List<Row> of(String device) {
        return bars().stream().filter(row -> row.device().equals(device)).toList();
    }

    private static Bar.Kind kind(String name) {
        return Arrays.stream(Bar.Kind.values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "kind",
                        "kind = '" + name + "' is not one of "
                                + Arrays.toString(Bar.Kind.values()).toLowerCase(Locale.ROOT)));
    }
}
