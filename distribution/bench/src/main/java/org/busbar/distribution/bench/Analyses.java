package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.busbar.analyses.drt.LinearKramersKronig;
import org.busbar.analyses.drt.RelaxationTimes;
import org.busbar.analyses.eis.EquivalentCircuit;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;

/** How long the analyses of impedance take when they are warm, each call from inputs to outputs. */
final class Analyses implements Part {

    private static final int WARM = 60;
    private static final int TIMES = 40;
    private static final String SPECTRUM = "analyses/eis/src/test/resources/org/busbar/analyses/eis/exampleData.csv";

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        Values spectrum = spectrum(place.root().resolve(SPECTRUM), line -> line);
        Values reacting = spectrum(place.root().resolve(SPECTRUM), Analyses::capacitive);
        Values circuit = spectrum.with("circuit", new Text("R0-p(R1,C1)-p(R2-Wo2,C2)"))
                .with("weighting", new Text("unit"))
                .with("kramers_kronig", new Text("no"));
        return List.of(
                row("fit of a circuit of 7 parameters, 16 starts", 10, new EquivalentCircuit(), circuit),
                row("linear Kramers-Kronig test", 5, new LinearKramersKronig(), reacting),
                row(
                        "distribution of relaxation times, band of 20 resamples",
                        100,
                        new RelaxationTimes(),
                        reacting.with("resamples", Quantity.of(20, "1"))),
                row("distribution of relaxation times, band of 200 resamples", 0, new RelaxationTimes(), reacting));
    }

    private static Row row(String what, double most, Analysis analysis, Values inputs) throws InterruptedException {
        for (int i = 0; i < WARM; i++) {
            analysis.apply(inputs);
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            analysis.apply(inputs);
            times.add((System.nanoTime() - start) / 1e6);
        }
        Measurements measured = new Measurements(times);
        Bench.say(what + ": " + measured.in("ms"));
        Target target = most == 0 ? Target.NONE : Target.atMost(most, "ms");
        return Row.of(what, target, measured, "ms", "after " + WARM + " calls; a spectrum of a battery");
    }

    /** An empty line for a point above the real axis. */
    private static String capacitive(String line) {
        return Double.parseDouble(line.split(",")[2]) < 0 ? line : "";
    }

    private static Values spectrum(Path file, UnaryOperator<String> wanted) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(wanted)
                .filter(line -> !line.isEmpty())
                .toList();
        return Values.of("frequency", column(lines, 0, "Hz"))
                .with("z_real", column(lines, 1, "Ohm"))
                .with("z_imag", column(lines, 2, "Ohm"));
    }

    private static Series column(List<String> lines, int column, String unit) {
        return Series.of(
                unit,
                lines.stream()
                        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
                        .toArray());
    }
}
