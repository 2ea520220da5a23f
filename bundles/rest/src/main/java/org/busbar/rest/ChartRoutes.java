package org.busbar.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.api.event.Journal;
import org.busbar.charts.SvgPicture;
import org.busbar.charts.VegaLite;
import org.busbar.json.Json;
import org.busbar.plug.Shelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;

/** What the analyses of a run have to show, drawn from what was recorded. */
@Component(service = Routes.class)
public final class ChartRoutes implements Routes {

    private static final String CHARTS = RunRoutes.RUN + "/charts";
    private static final String SVG = "image/svg+xml";
    private static final int MOST_STEPS = 5_000;
    private static final String STEP = "The path of the analysis in the run; all of them if it is left out";

    private final AnalysisShelf analyses;
    private final Journal journal;

    @Activate
    public ChartRoutes(@Reference AnalysisShelf analyses, @Reference Journal journal) {
        this.analyses = analyses;
        this.journal = journal;
    }

    /**
     * A chart for programs that draw.
     *
     * @param step the path of the analysis in the run
     * @param spec a Vega-Lite specification with its data
     */
    record Drawable(String step, String analysis, String name, String title, JsonNode spec) {}

    /** A chart and where it comes from. */
    private record Shown(Attempt attempt, Chart chart) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(CHARTS)
                        .says("What the analyses of a run have to show, as Vega-Lite specifications")
                        .query("step", Query.words(), STEP)
                        .givesList(Drawable.class)
                        .does(call -> Response.json(
                                shown(call).stream().map(ChartRoutes::drawable).toList())),
                Route.get(CHARTS + "/{chart}")
                        .says("One chart of an analysis as a picture")
                        .query("step", Query.words(), STEP)
                        .givesType(SVG)
                        .does(this::picture));
    }

    private static Drawable drawable(Shown shown) {
        Chart chart = shown.chart();
        return new Drawable(
                shown.attempt().step(),
                shown.attempt().device(),
                chart.name(),
                chart.title(),
                Json.mapper().readTree(VegaLite.of(chart)));
    }

    private Response picture(Call call) throws InterruptedException {
        List<Shown> all = shown(call);
        String name = call.name("chart");
        Chart chart = all.stream()
                .map(Shown::chart)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no chart '" + name + "' of run " + call.name("id")
                        + ", only "
                        + all.stream().map(shown -> shown.chart().name()).toList()));
        return new Response.File(SVG, SvgPicture.of(chart).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private List<Shown> shown(Call call) throws InterruptedException {
        String step = call.query("step").orElse("");
        List<Shown> shown = new ArrayList<>();
        for (Attempt attempt : analysed(call.name("id"), step)) {
            try (Shelf.Loan<Analysis> loan = analyses.borrow(attempt.device())) {
                loan.plugin()
                        .charts(attempt.inputs(), attempt.outputs())
                        .forEach(c -> shown.add(new Shown(attempt, c)));
            } catch (IllegalArgumentException e) {
                throw Refused.conflict("Step " + attempt.step() + " was analysed by "
                        + attempt.agent().bundle() + " "
                        + attempt.agent().version() + ", and the version at hand cannot draw it: " + e.getMessage()
                        + "; analyse it again");
            }
        }
        return shown;
    }

    private List<Attempt> analysed(String run, String step) {
        RunView view = RunReader.read(journal.stream(run), new RunReader.Page(0, MOST_STEPS))
                .orElseThrow(() -> Refused.notFound("There is no run '" + run + "'"));
        List<String> known =
                analyses.askable().stream().map(AnalysisShelf.Askable::id).toList();
        return view.steps().stream()
                .filter(attempt -> attempt.state() == Attempt.State.DONE)
                .filter(attempt -> step.isEmpty()
                        ? known.contains(attempt.device())
                        : attempt.step().equals(step))
                .toList();
    }
}
