package org.busbar.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Study;
import org.busbar.json.Json;

/** The report as one HTML document: its text as HTML, the data of its plots as JSON and the scripts that draw them. */
final class Page {

    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private Page() {}

    /** What the page's script draws. */
    private record Plots(Convergence convergence, Optional<Composition> composition, List<TimeBar> time) {}

    static String html(History history, Optional<Study> study) {
        Standing standing = history.standing();
        TimeBudget time = TimeBudget.of(history);
        Plots plots = new Plots(Convergence.of(history, study), Composition.of(standing), TimeBar.of(time));
        return Template.of("report.html")
                .fill(Map.ofEntries(
                        Map.entry("title", Html.escape(standing.campaign().name())),
                        Map.entry("state", Html.escape(state(standing))),
                        Map.entry("headline", headline(standing)),
                        Map.entry("acceleration", acceleration(study)),
                        Map.entry("facts", Tables.facts(Facts.of(history))),
                        Map.entry("time", Tables.time(time)),
                        Map.entry("trials", Tables.trials(standing)),
                        Map.entry("plugins", Tables.plugins(history)),
                        Map.entry("style", Template.resource("report.css")),
                        Map.entry("echarts", Template.resource(ECHARTS)),
                        Map.entry("data", Html.inScript(Json.mapper().writeValueAsString(plots))),
                        Map.entry("script", Template.resource("report.js"))));
    }

    private static String state(Standing standing) {
        String state = Html.word(standing.state());
        return standing.detail().isEmpty() ? state : state + ": " + standing.detail();
    }

    private static String headline(Standing standing) {
        return Headline.of(standing).map(Page::headline).orElse("<p class=\"none\">No trial has given a result.</p>");
    }

    private static String headline(Headline best) {
        String where = String.join(", ", best.point());
        return Template.of("headline.html")
                .fill(Map.of(
                        "output", Html.escape(best.output()),
                        "value", Html.escape(best.value()),
                        "point", Html.escape(where),
                        "others", Html.texts("p", best.others()),
                        "trial", Integer.toString(best.trial()),
                        "optimizer", Html.escape(best.optimizer())));
    }

    private static String acceleration(Optional<Study> study) {
        return study.map(Page::acceleration).orElse("<p>Not known: no study was given.</p>");
    }

    private static String acceleration(Study study) {
        return "<ul>" + Html.texts("li", Acceleration.sentences(study)) + "</ul>"
                + Html.text("p", Acceleration.basis(study));
    }
}
