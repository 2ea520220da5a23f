package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a server takes from its start script to readiness, and how much memory it then needs. */
final class ColdStart implements Part {

    private static final int STARTS = 10;
    private static final int IDLE_STARTS = 3;
    private static final int IDLE_SECONDS = 20;
    private static final String PLACE = "example lab, processes started anew, files in the page cache";

    private record Start(double ready, double cpu) {}

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Path lab = place.lab("start");
        Start first = start(place, lab, Map.of());
        Bench.say("first start, which writes the class-data archive: " + first.ready() + " s");
        List<Start> shared = starts(place, lab, Map.of());
        List<Start> plain = starts(place, lab, Map.of("BUSBAR_CDS", "off"));
        return List.of(
                row("cold start to ready", Target.atMost(2.0, "s"), shared, "with the class-data archive"),
                row("cold start to ready, BUSBAR_CDS=off", Target.NONE, plain, "without the archive"),
                Row.of(
                        "first start of an installation",
                        Target.NONE,
                        Measurements.of(first.ready()),
                        "s",
                        "records classes and writes the archive when it stops"),
                Row.of(
                        "resident memory, idle",
                        Target.atMost(200, "MB"),
                        idle(place, lab),
                        "MB",
                        IDLE_SECONDS + " s after ready, VmRSS, with the archive"));
    }

    private static Row row(String what, Target target, List<Start> starts, String how) {
        Measurements cpu = new Measurements(starts.stream().map(Start::cpu).toList());
        Measurements ready = new Measurements(starts.stream().map(Start::ready).toList());
        return Row.of(what, target, ready, "s", how + "; " + PLACE + "; processor time " + cpu.in("s"));
    }

    private static List<Start> starts(Workplace place, Path lab, Map<String, String> environment)
            throws IOException, InterruptedException {
        start(place, lab, environment);
        List<Start> starts = new ArrayList<>();
        while (starts.size() < STARTS) {
            starts.add(start(place, lab, environment));
            Bench.say("start " + environment + ": " + starts.get(starts.size() - 1));
        }
        return starts;
    }

    private static Start start(Workplace place, Path lab, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (LabServer server = LabServer.start(place.home(), lab, environment)) {
            return new Start(server.readyAfter(), server.cpu());
        }
    }

    private static Measurements idle(Workplace place, Path lab) throws IOException, InterruptedException {
        List<Double> resident = new ArrayList<>();
        while (resident.size() < IDLE_STARTS) {
            try (LabServer server = LabServer.start(place.home(), lab, Map.of())) {
                Thread.sleep(IDLE_SECONDS * 1000L);
                resident.add(server.resident());
                Bench.say("resident: " + server.resident() + " MB");
            }
        }
        return new Measurements(resident);
    }
}
