package org.busbar.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Standing;
import org.busbar.api.optimize.Space;

/** What was asked of a campaign and how it was run, by heading; several texts where there are several. */
final class Facts {

    private Facts() {}

    static Map<String, List<String>> of(History history) {
        Standing standing = history.standing();
        Campaign campaign = standing.campaign();
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("Campaign", List.of(standing.id()));
        facts.put("Wanted", wanted(campaign));
        facts.put("Varied", varied(campaign.problem().space()));
        facts.put("Fixed", fixed(campaign));
        facts.put("Trials", List.of(Summary.progress(standing) + "; at most " + campaign.parallel() + " at once"));
        facts.put("Optimizer", optimizer(history));
        facts.put("Seed", List.of(Long.toString(campaign.seed())));
        facts.put("Began", List.of(Numbers.date(standing.begun())));
        facts.put(standing.state().isFinal() ? "Ended" : "Last event", List.of(Numbers.date(history.end())));
        facts.put("Took", List.of(Numbers.duration(history.elapsed().toNanos() / 1e9)));
        return facts;
    }

    private static List<String> wanted(Campaign campaign) {
        List<String> wanted = new ArrayList<>();
        campaign.problem()
                .objectives()
                .forEach(objective -> wanted.add(Html.word(objective.goal()) + " " + objective.output()));
        wanted.add("quantity asked for: " + campaign.quantity()
                + (campaign.methods().isEmpty()
                        ? ", by any method"
                        : ", by " + String.join(" or ", campaign.methods())));
        return wanted;
    }

    private static List<String> varied(Space space) {
        List<String> varied = new ArrayList<>();
        space.parameters().forEach(parameter -> varied.add(limits(parameter)));
        if (!space.candidates().isEmpty()) {
            varied.add("only " + space.candidates().size() + " listed points");
        }
        return varied;
    }

    /** A dimension with its limits and unit, as in {@code salt_molality from 0.2 to 2 mol/kg in steps of 0.01}. */
    static String limits(Parameter parameter) {
        if (parameter instanceof Parameter.Real r) {
            String unit = Numbers.symbol(r.unit());
            return r.name() + " from " + Numbers.plain(r.min()) + " to " + Numbers.plain(r.max())
                    + (unit.isEmpty() ? "" : " " + unit)
                    + (r.step() > 0 ? " in steps of " + Numbers.plain(r.step()) : "");
        }
        if (parameter instanceof Parameter.Whole w) {
            return w.name() + " from " + w.min() + " to " + w.max() + ", whole numbers";
        }
        return parameter instanceof Parameter.Choice c
                ? c.name() + ": " + String.join(", ", c.options())
                : parameter.name();
    }

    private static List<String> fixed(Campaign campaign) {
        List<String> fixed = new ArrayList<>();
        campaign.fixed().byName().forEach((name, value) -> fixed.add(name + " " + Numbers.of(value)));
        return fixed.isEmpty() ? List.of("nothing") : fixed;
    }

    private static List<String> optimizer(History history) {
        List<String> optimizer = new ArrayList<>();
        optimizer.add("began with " + history.standing().campaign().optimizer());
        history.swaps().forEach(swap -> optimizer.add(Summary.swap(swap) + ", " + Numbers.date(swap.time())));
        return optimizer;
    }
}
