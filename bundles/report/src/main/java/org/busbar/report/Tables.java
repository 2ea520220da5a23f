package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Objective;

/** The tables of a report, as HTML. */
final class Tables {

    private Tables() {}

    static String facts(Map<String, List<String>> facts) {
        StringBuilder html = new StringBuilder("<dl>");
        facts.forEach((name, texts) -> html.append(Html.text("dt", name))
                .append("<dd>")
                .append(Html.list(texts))
                .append("</dd>"));
        return html.append("</dl>").toString();
    }

    /** Who took part, with version and hash. */
    static String plugins(History history) {
        List<String> rows = new ArrayList<>();
        for (Agent agent : history.agents()) {
            rows.add(Html.row(agent.id(), orDash(agent.bundle()), orDash(agent.version()), orDash(agent.sha256())));
        }
        return Html.table("plugins", List.of("plug-in", "bundle", "version", "SHA-256 of the jar"), rows);
    }

    static String time(TimeBudget time) {
        List<String> rows = new ArrayList<>();
        for (TimeBudget.Kind kind : time.kinds()) {
            rows.add(Html.row(
                    kind.step(),
                    kind.capability() + " by " + String.join(", ", kind.agents()),
                    Integer.toString(kind.count()),
                    Numbers.duration(kind.mean()),
                    Numbers.duration(kind.total()),
                    Numbers.percent(kind.share()),
                    kind.lab() == null ? "–" : Numbers.duration(kind.lab())));
        }
        rows.add(idle(time));
        return Html.table("time", List.of("step", "what", "times", "mean", "total", "share", "lab time"), rows);
    }

    private static String idle(TimeBudget time) {
        return Html.row(
                "idle",
                "no step was being done",
                "",
                "",
                Numbers.duration(time.elapsed() - time.busy()),
                Numbers.percent(time.idleShare()),
                "");
    }

    /** Every trial with its point, what it gave beside what was expected, and why it was suggested. */
    static String trials(Standing standing) {
        List<String> headings = new ArrayList<>(List.of("trial"));
        for (Parameter parameter : standing.campaign().problem().space().parameters()) {
            headings.add(heading(parameter));
        }
        standing.campaign().problem().objectives().forEach(objective -> {
            headings.add(objective.output());
            headings.add(objective.output() + ", expected");
        });
        headings.addAll(List.of("suggested by", "why", "exploration", "state"));
        List<String> rows =
                standing.trials().stream().map(trial -> trial(standing, trial)).toList();
        return Html.table("trials", headings, rows);
    }

    private static String heading(Parameter parameter) {
        String unit = parameter instanceof Parameter.Real r ? Numbers.symbol(r.unit()) : "";
        return unit.isEmpty() ? parameter.name() : parameter.name() + " / " + unit;
    }

    private static String trial(Standing standing, Trial trial) {
        boolean best = standing.best().filter(b -> b.number() == trial.number()).isPresent();
        List<String> cells = new ArrayList<>(List.of(trial.number() + (best ? " ★" : "")));
        for (Parameter parameter : standing.campaign().problem().space().parameters()) {
            cells.add(Numbers.bare(parameter, trial.point().get(parameter.name())));
        }
        for (Objective objective : standing.campaign().problem().objectives()) {
            cells.add(Headline.value(trial, objective));
            cells.add(Headline.expected(trial, objective));
        }
        cells.add(trial.suggestedBy().id());
        cells.add(orDash(trial.grounds().reason()));
        double exploration = trial.grounds().exploration();
        cells.add(Double.isNaN(exploration) ? "–" : Numbers.percent(exploration));
        cells.add(Html.word(trial.state()) + (trial.reason().isEmpty() ? "" : ": " + trial.reason()));
        return (best ? "<tr class=\"best\">" : "<tr>") + Html.texts("td", cells) + "</tr>";
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
