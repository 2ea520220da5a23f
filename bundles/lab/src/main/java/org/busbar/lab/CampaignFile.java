package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.lab.Plan;
import org.busbar.api.optimize.Problem;
import org.jspecify.annotations.Nullable;

/** A campaign as a file has it; see docs/campaigns.md of the distribution for every key. */
record CampaignFile(
        @Nullable String name,
        @Nullable String determine,
        @Nullable List<String> by,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> maximize,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> minimize,
        @Nullable Map<String, LimitEntry> limits,
        @Nullable Map<String, VariedEntry> vary,
        @Nullable List<MixtureEntry> mixtures,
        @Nullable List<ConstraintEntry> constraints,
        @Nullable CandidatesEntry candidates,
        @Nullable FidelityEntry fidelity,
        @Nullable Map<String, String> fixed,
        @Nullable Map<String, String> target,
        @Nullable Integer trials,
        @Nullable Integer parallel,
        @Nullable String optimizer,
        @Nullable Map<String, String> settings,
        @Nullable List<SwapEntry> swap,
        @Nullable List<HistoryEntry> history,
        @Nullable Long seed,
        @Nullable Boolean reproducible,
        @Nullable String trust,
        @Nullable ComparisonEntry compare) {

    CampaignFile {
        if (name == null || determine == null || trials == null || optimizer == null) {
            throw new IllegalArgumentException("a campaign needs name, determine, trials and optimizer");
        }
        if ((maximize == null || maximize.isEmpty()) && (minimize == null || minimize.isEmpty())) {
            throw new IllegalArgumentException("a campaign needs maximize or minimize, naming outputs");
        }
        if (swap != null && !swap.stream().allMatch(SwapEntry::isComplete)) {
            throw new IllegalArgumentException(
                    "a swap needs 'after', a number of trials, and 'to', naming an optimizer");
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
        Problem problem = new SearchEntries(this, lab).problem();
        Campaign campaign = new Campaign(
                Objects.requireNonNull(name),
                Objects.requireNonNull(determine),
                listed(by),
                problem,
                SettingEntries.of("fixed", fixed),
                Objects.requireNonNull(trials),
                parallel == null ? 1 : parallel,
                Objects.requireNonNull(optimizer),
                listed(swap).stream().map(SwapEntry::swap).toList(),
                seed == null ? 0 : seed,
                Boolean.TRUE.equals(reproducible),
                wanted(),
                SettingEntries.of("settings", settings),
                listed(history).stream().map(one -> one.history(problem, lab)).toList(),
                trusted());
        return new Plan(
                campaign, compare == null ? Optional.empty() : Optional.of(compare.comparison(problem, campaign, lab)));
    }

    /** What is listed; nothing if there is no list. */
    static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private Quality.Level trusted() {
        String level = trust == null ? "suspicious" : trust;
        return Arrays.stream(Quality.Level.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(level))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("trust: '" + level
                        + "' is no level of quality; the worst that counts is one of ok, suspicious, rejected"));
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
}
