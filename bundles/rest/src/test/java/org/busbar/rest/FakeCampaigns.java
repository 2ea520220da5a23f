package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Reports;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Studies;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

/** Campaigns that make no trials, studies that take one step, reports of one line. */
final class FakeCampaigns implements Campaigns, Studies, Reports {

    final Map<String, Campaign> begun = new LinkedHashMap<>();
    final Map<String, String> optimizers = new LinkedHashMap<>();
    final Map<String, Values> settings = new LinkedHashMap<>();
    final Map<String, Space> spaces = new LinkedHashMap<>();
    final Map<String, Shadow> shadows = new LinkedHashMap<>();
    /** Two trials, the second of which is still measured. */
    final List<Trial> trials = List.of(trial(1, conductivity(7, Double.NaN)), trial(2, Values.none()));

    private static final List<Shadow.Answer> ANSWERS = List.of(
            new Shadow.Answer(1, Agent.named("gp"), at(2), conductivity(9, 1), conductivity(7.5, 0.5), ""),
            new Shadow.Answer(2, Agent.named("gp"), Values.none(), Values.none(), Values.none(), "singular"));
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
    public void swap(String id, String optimizer, Values wanted, String by) {
        optimizers.put(id, optimizer);
        settings.put(id, wanted);
    }

    @Override
    public void shadow(String id, String optimizer, Values wanted, String by) {
        if (optimizer.equals("magic")) {
            throw new IllegalArgumentException("There is no optimizer 'magic'");
        }
        shadows.put(id, new Shadow(optimizer, wanted, ANSWERS));
    }

    @Override
    public void respace(String id, Space space, String by) {
        spaces.put(id, space);
    }

    @Override
    public Replay replay(String id, int trial) {
        return new Replay(trial, at(1), at(1), Agent.named("random"), true, "");
    }

    @Override
    public Insight explain(String id) {
        if (optimizers.get(id).equals("forest")) {
            throw new IllegalArgumentException("There is no optimizer 'forest'");
        }
        return Insight.none("random learns nothing");
    }

    @Override
    public Optional<Trial> best(String id, List<Trial> trials) {
        return trials.stream()
                .max(Comparator.comparingDouble(
                        trial -> trial.outputs().quantity("conductivity").value()));
    }

    @Override
    public List<Values> expect(String id, List<Values> points) {
        return points.stream()
                .map(point -> conductivity(point.quantity("x").value(), 1))
                .toList();
    }

    private static Values at(double x) {
        return Values.of("x", Quantity.of(x, "mol/L"));
    }

    private static Values conductivity(double value, double deviation) {
        return Values.of("conductivity", Quantity.of(value, deviation, "mS/cm"));
    }

    private static Trial trial(int number, Values outputs) {
        Grounds grounds = new Grounds(
                conductivity(6, 1), 0.5, "near the best", Map.of(), List.of(), Values.none(), 7, List.of(), "ab");
        Trial.State state = outputs.isEmpty() ? Trial.State.RUNNING : Trial.State.DONE;
        return new Trial(number, at(1), Agent.named("random"), "r" + number, state, outputs, "", grounds);
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
        Campaign campaign = begun.get(id);
        return new Standing(
                id,
                campaign,
                state,
                optimizer,
                "",
                Instant.EPOCH,
                trials,
                Optional.empty(),
                settings.getOrDefault(id, Values.none()),
                spaces.getOrDefault(id, campaign.problem().space()),
                Optional.ofNullable(shadows.get(id)));
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
