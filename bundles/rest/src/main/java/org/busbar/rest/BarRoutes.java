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
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Station;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why devices and positions are given no work: hold them for oneself, and clear them. */
@Component(service = Routes.class)
public final class BarRoutes implements Routes {

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
                Route.get("/api/v1/bars", call -> Response.json(bars())),
                Route.post("/api/v1/devices/{id}/hold", call -> hold(device(call), call)),
                Route.post("/api/v1/devices/{id}/clear", call -> clear(device(call), call)),
                Route.post("/api/v1/positions/{id}/hold", call -> hold(call.name("id"), call)),
                Route.post("/api/v1/positions/{id}/clear", call -> clear(call.name("id"), call)));
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
        Body body = call.json().only("by", "reason", "for");
        Instant now = Instant.now();
        Optional<Instant> until = Span.of(body, "for").map(now::plus);
        Bar bar = new Bar(Bar.Kind.HOLD, body.text("by"), body.said("reason", ""), now, until);
        Refused.where(() -> orchestrator.bar(device, bar));
        return Response.json(of(device));
    }

    private Response clear(String device, Call call) {
        Body body = call.json().only("kind", "by", "reason");
        Bar.Kind kind = kind(body.text("kind"));
        String by = body.text("by");
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
