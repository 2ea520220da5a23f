package org.busbar.distribution.bench.optimizers.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.Replay;

/** All tables of a comparison, and the two forms they are shown in. */
public final class Summary {

    private final Scores scores;

    /** Takes the runs to compare, peers included. */
    public Summary(Collection<Replay> runs) {
        scores = new Scores(runs);
    }

    /** As text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        scores.problems().forEach(problem -> text.append(table(problem).text()));
        overall().forEach(table -> text.append(table.text()));
        return text.toString();
    }

    /** As a page that needs nothing else. */
    public String html() {
        StringBuilder body = new StringBuilder();
        overall().forEach(table -> body.append(table.html()));
        for (Variant problem : scores.problems()) {
            body.append("<section>\n").append(table(problem).html());
            body.append(new Chart(problem, scores).svg()).append("</section>\n");
        }
        return Page.of("Optimizers side by side", body.toString());
    }

    private Table table(Variant variant) {
        return variant.problem() instanceof Pool pool && pool.yardstick() instanceof BestValue
                ? new PoolTable(variant, pool).table(scores)
                : RegretTable.of(variant, scores);
    }

    private List<Table> overall() {
        List<Table> tables = new ArrayList<>();
        tables.add(ranks());
        tables.add(Pairs.verdicts(scores));
        tables.add(Pairs.details(scores));
        tables.add(TimeTable.of(scores));
        tables.removeIf(Table::isEmpty);
        return tables;
    }

    private Table ranks() {
        Table table = new Table(
                "Mean rank by area over common runs (1 = best); ranks differ if by more than the critical difference",
                "group",
                "problems",
                "runs",
                "mean ranks",
                "Friedman p",
                "critical difference");
        List<Variant> functions =
                scores.problems().stream().filter(Scores::isFunction).toList();
        List<Variant> pools = scores.problems().stream()
                .filter(problem -> !Scores.isFunction(problem))
                .toList();
        add(table, "pools", pools);
        add(table, "functions", functions);
        return table;
    }

    private void add(Table table, String group, List<Variant> problems) {
        Ranking.of(scores, problems)
                .ifPresent(ranking -> table.add(
                        group,
                        String.valueOf(ranking.problems()),
                        String.valueOf(ranking.blocks()),
                        ranks(ranking),
                        String.format(Locale.ROOT, "%.3g", ranking.friedman().p()),
                        Table.number(ranking.criticalDifference(), 2)));
    }

    private static String ranks(Ranking ranking) {
        List<String> ranks = new ArrayList<>();
        for (int i = 0; i < ranking.engines().size(); i++) {
            ranks.add(ranking.engines().get(i) + " "
                    + Table.number(ranking.friedman().meanRanks().get(i), 2));
        }
        return String.join("; ", ranks);
    }
}
