package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Reports;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Studies;
import org.busbar.api.campaign.Study;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

/** Campaigns that make no trials, studies that take one step, reports of one line. */
final class FakeCampaigns implements Campaigns, Studies, Reports {

    final Map<String, Campaign> begun = new LinkedHashMap<>();
    final Map<String, String> optimizers = new LinkedHashMap<>();
    final List<String> studied = new ArrayList<>();

    static Campaign plan(String name) {
        Problem problem = new Problem(
                Space.of(Parameter.real("x", "mol/L", 0, 2)),
                List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)));
        return new Campaign(name, "conductivity", List.of(), problem, Values.none(), 40, 2, "random", List.of(), 7);
    }

    @Override
    public String begin(Campaign campaign) {
        if (campaign.optimizer().equals("magic")) {
            throw new IllegalArgumentException("There is no optimizer 'magic'");
        }
        String id = "c" + (begun.size() + 1);
        begun.put(id, campaign);
        optimizers.put(id, campaign.optimizer());
        return id;
    }

    @Override
    public void swap(String id, String optimizer, String by) {
        optimizers.put(id, optimizer);
    }

    @Override
    public void order(String id, Order order) {
        if (order.verb() != Verb.STOP) {
            throw new IllegalArgumentException("Campaign " + id + " can only be stopped");
        }
        optimizers.put(id, "");
    }

    @Override
    public Standing standing(String id) {
        String optimizer = optimizers.get(id);
        if (optimizer == null) {
            throw new IllegalArgumentException("There is no campaign " + id);
        }
        Campaign.State state = optimizer.isEmpty() ? Campaign.State.STOPPED : Campaign.State.RUNNING;
        return new Standing(id, begun.get(id), state, optimizer, "", Instant.EPOCH, List.of(), Optional.empty());
    }

    @Override
    public List<String> ids() {
        return List.copyOf(begun.keySet());
    }

    @Override
    public Study replay(
            Problem problem,
            List<Observation> table,
            String optimizer,
            int start,
            int repetitions,
            long seed,
            IntConsumer progress) {
        progress.accept(repetitions);
        synchronized (studied) {
            studied.add(optimizer);
        }
        return new Study(optimizer, table.size(), repetitions, start, List.of(), List.of(), List.of());
    }

    @Override
    public String html(String campaign, Optional<Study> study) {
        return "<p>" + campaign + study.map(Study::optimizer).orElse(" alone");
    }

    @Override
    public List<String> summary(String campaign, Optional<Study> study) {
        return List.of(campaign, study.isPresent() ? "compared" : "alone");
    }
}
