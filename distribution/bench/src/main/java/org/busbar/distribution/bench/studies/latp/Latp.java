package org.busbar.distribution.bench.studies.latp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.busbar.distribution.bench.studies.figure.Colour;
import org.busbar.distribution.bench.studies.product.Policies;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;

/** Virtual experiments on the sintering of LATP. */
public final class Latp implements Study {

    /** A policy as it is shown. */
    record Hunter(String name, Colour colour, Policy policy) {}

    static final List<Hunter> HUNTERS = List.of(
            new Hunter("EI (log-ei)", Colour.BLUE, Policies.bayes("gp", "log-ei")),
            new Hunter("UCB", Colour.ORANGE, Policies.bayes("gp", "ucb")),
            new Hunter("PI", Colour.GREEN, Policies.bayes("gp", "pi")),
            new Hunter("random", Colour.GREY, Policies.random()));

    private final Map<Condition, Double> known;

    /** Takes the published conductivities, S/cm. */
    public Latp(Map<Condition, Double> known) {
        this.known = new LinkedHashMap<>(known);
    }

    @Override
    public String name() {
        return "latp";
    }

    @Override
    public int repetitions() {
        return 200;
    }

    @Override
    public Report run(List<Long> seeds, Consumer<String> console) throws InterruptedException {
        SyntheticSurface surface = SyntheticSurface.through(known);
        Report report = new Report("Sintering of LATP: virtual experiments (synthetic surface)");
        report.warn("The conductivities are drawn, not measured. log10 of the conductivity is draw " + surface.draws()
                + " of a smooth Gaussian process (product of Matérn-5/2 over acid, temperature and ln time; fixed seed) plus"
                + " what a short-range process expects; together they pass through the 22 published points and the two"
                + " values known of the initial grid. It is the first draw whose best condition on the initial grid is the"
                + " published one. Away from the known points it is smooth: real pellets would scatter there too.");
        report.plot(new SurfacePlot(surface).of(known.keySet()));
        new InitialPoints(surface, name()).add(report, seeds, console);
        new Campaigns(surface, name()).add(report, seeds, console);
        return report;
    }
}
