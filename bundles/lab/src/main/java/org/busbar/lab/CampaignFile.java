package org.busbar.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.lab.Plan;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.jspecify.annotations.Nullable;

/** A campaign as a file has it; see the README of the distribution for an example. */
record CampaignFile(
        @Nullable String name,
        @Nullable String determine,
        @Nullable List<String> by,
        @Nullable String maximize,
        @Nullable String minimize,
        @Nullable Map<String, ParameterEntry> vary,
        @Nullable Map<String, String> fixed,
        @Nullable Map<String, String> target,
        @Nullable Integer trials,
        @Nullable Integer parallel,
        @Nullable String optimizer,
        @Nullable List<Campaign.Swap> swap,
        @Nullable Long seed,
        @Nullable Boolean reproducible,
        @Nullable ComparisonEntry compare) {

    CampaignFile {
        if (name == null || determine == null || trials == null || optimizer == null) {
            throw new IllegalArgumentException("a campaign needs name, determine, trials and optimizer");
        }
        if ((maximize == null) == (minimize == null)) {
            throw new IllegalArgumentException("a campaign needs either maximize or minimize, naming an output");
        }
        if (swap != null && swap.stream().anyMatch(one -> Objects.isNull(one.to()))) {
            throw new IllegalArgumentException("a swap needs 'to', naming an optimizer");
        }
        if (target != null && target.size() != 1) {
            throw new IllegalArgumentException("a target is one output and its value, such as {conductivity: 9 mS/cm}");
        }
        if (vary == null || vary.isEmpty()) {
            throw new IllegalArgumentException("a campaign needs something to vary");
        }
    }

    /** @param lab the folder that the paths of tables start from */
    Plan plan(Path lab) {
        Problem problem = problem();
        Campaign campaign = new Campaign(
                Objects.requireNonNull(name),
                Objects.requireNonNull(determine),
                by == null ? List.of() : by,
                problem,
                fixedValues(),
                Objects.requireNonNull(trials),
                parallel == null ? 1 : parallel,
                Objects.requireNonNull(optimizer),
                swap == null ? List.of() : swap,
                seed == null ? 0 : seed,
                Boolean.TRUE.equals(reproducible),
                wanted());
        return new Plan(
                campaign, compare == null ? Optional.empty() : Optional.of(compare.comparison(problem, campaign, lab)));
    }

    private Problem problem() {
        List<Parameter> space = new ArrayList<>();
        Objects.requireNonNull(vary).forEach((parameter, entry) -> space.add(entry.named(parameter)));
        Objective objective = maximize == null
                ? new Objective(Objects.requireNonNull(minimize), Objective.Goal.MINIMIZE)
                : new Objective(maximize, Objective.Goal.MAXIMIZE);
        return new Problem(new Space(space, List.of()), List.of(objective));
    }

    private Optional<Campaign.Target> wanted() {
        return target == null
                ? Optional.empty()
                : target.entrySet().stream().map(CampaignFile::wanted).findFirst();
    }

    private static Campaign.Target wanted(Map.Entry<String, String> entry) {
        try {
            return new Campaign.Target(entry.getKey(), Quantity.parse(entry.getValue()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("target." + entry.getKey() + ": " + e.getMessage(), e);
        }
    }

    private static Value fixedValue(String input, String text) {
        try {
            return InputEntry.value(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("fixed." + input + ": " + e.getMessage(), e);
        }
    }

    private Values fixedValues() {
        Map<String, Value> values = new LinkedHashMap<>();
        if (fixed != null) {
            fixed.forEach((input, text) -> values.put(input, fixedValue(input, text)));
        }
        return new Values(values);
    }
}
