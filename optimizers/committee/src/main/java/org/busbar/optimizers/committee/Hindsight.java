package org.busbar.optimizers.committee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Model.Forecast;
import org.busbar.api.optimize.Observation;
import org.busbar.optimizers.committee.Committee.View;

/** What members expect at each trial without its value. */
record Hindsight(Evidence evidence, Committee committee) {

    Insight insight() {
        List<Forecast> leftOut = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        committee.members().forEach((id, model) -> {
            model.leftOut().ifPresent(leftOut::add);
            facts.put(id, told(model));
            model.facts().forEach((name, fact) -> facts.put(id + ", " + name, fact));
        });
        return new Insight(
                leftOut.isEmpty() ? List.of() : checks(leftOut),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "What is expected without a value is the mean of " + leftOut.size() + " of "
                        + committee.members().size() + " members; the others cannot tell.",
                facts);
    }

    private List<Insight.Check> checks(List<Forecast> leftOut) {
        List<Insight.Check> checks = new ArrayList<>();
        for (int i = 0; i < evidence.done().size(); i++) {
            View view = View.of(leftOut, i);
            Observation done = evidence.done().get(i);
            checks.add(new Insight.Check(
                    done.point(),
                    done.outputs().quantity(evidence.scale().objective().output()),
                    evidence.scale().quantity(view.mean(), view.spread())));
        }
        return checks;
    }

    private String told(Model model) {
        return model.leftOut()
                .map(forecast -> String.format(
                        Locale.ROOT,
                        "misses values left out by %.3g %s on average",
                        missed(forecast) * evidence.scale().deviation(),
                        evidence.scale().unit().ucum()))
                .orElse("does not tell what it expects without a value");
    }

    private double missed(Forecast leftOut) {
        double sum = 0;
        for (int i = 0; i < evidence.values().length; i++) {
            sum += Math.abs(evidence.values()[i] - leftOut.means()[i]);
        }
        return sum / evidence.values().length;
    }
}
