package org.busbar.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;

/** What a campaign's file says of where to search and for what. */
final class SearchEntries {

    private final CampaignFile file;
    private final Path lab;

    SearchEntries(CampaignFile file, Path lab) {
        this.file = file;
        this.lab = lab;
    }

    /** @throws IllegalArgumentException if the parts do not fit together */
    Problem problem() {
        List<Limit> limits = new ArrayList<>();
        if (file.limits() != null) {
            file.limits().forEach((output, entry) -> limits.addAll(entry.limits(output)));
        }
        FidelityEntry fidelity = file.fidelity();
        return new Problem(
                space(), objectives(), limits, fidelity == null ? Optional.empty() : Optional.of(fidelity.fidelity()));
    }

    private List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        CampaignFile.listed(file.maximize())
                .forEach(output -> objectives.add(new Objective(output, Objective.Goal.MAXIMIZE)));
        CampaignFile.listed(file.minimize())
                .forEach(output -> objectives.add(new Objective(output, Objective.Goal.MINIMIZE)));
        long different = objectives.stream().map(Objective::output).distinct().count();
        if (different < objectives.size()) {
            throw new IllegalArgumentException("an output is named twice by maximize and minimize: "
                    + objectives.stream().map(Objective::output).toList());
        }
        return objectives;
    }

    private Space space() {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Scale> scales = new LinkedHashMap<>();
        Objects.requireNonNull(file.vary()).forEach((name, entry) -> {
            parameters.add(entry.named(name));
            entry.scale(lab).ifPresent(scale -> scales.put(name, scale));
        });
        CandidatesEntry candidates = file.candidates();
        return new Space(
                parameters,
                candidates == null ? List.of() : candidates.points(parameters, lab),
                CampaignFile.listed(file.mixtures()).stream()
                        .map(MixtureEntry::mixture)
                        .toList(),
                CampaignFile.listed(file.constraints()).stream()
                        .map(ConstraintEntry::constraint)
                        .toList(),
                scales);
    }
}
