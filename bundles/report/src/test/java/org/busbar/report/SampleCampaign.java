package org.busbar.report;

import static org.busbar.report.Made.at;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.api.optimize.Space;

/** A campaign as a lab would have it: random points, a swap after trial 10, then points that close in; 7 and 23 fail. */
final class SampleCampaign implements Campaigns {

    private static final double[] OPTIMUM = {0.35, 1.02};

    private final MemoryJournal journal = new MemoryJournal();
    private final List<Trial> trials = new ArrayList<>();
    private final Random chance = new Random(1);
    private final Campaign campaign;

    private SampleCampaign(int count, String name) {
        Campaign plain = Made.campaign(Goal.MAXIMIZE, Made.PLANE, Math.max(1, count));
        campaign = new Campaign(
                name,
                plain.quantity(),
                plain.methods(),
                plain.problem(),
                plain.fixed(),
                plain.trials(),
                plain.parallel(),
                plain.optimizer(),
                plain.swaps(),
                plain.seed());
        for (int number = 1; number <= count; number++) {
            trial(number, 12.0 * (number - 1));
        }
    }

    static SampleCampaign of(int trials, String name) {
        return new SampleCampaign(trials, name);
    }

    MemoryJournal journal() {
        return journal;
    }

    /** Expectations of a table of 101 rows. */
    static Study study() {
        List<Double> random = new ArrayList<>();
        List<Double> forest = new ArrayList<>();
        for (int tries = 1; tries <= 101; tries++) {
            random.add(7.9 - 3.5 / Math.sqrt(tries));
            forest.add(7.9 - 3.5 * Math.exp(-0.11 * (tries - 1)));
        }
        List<Study.Target> targets = List.of(
                new Study.Target("the best row", 51, 16.4, 3.11, 2.41, 4.02),
                new Study.Target("one of the best 5 %", 17, 11.2, 1.52, 0.96, 2.2));
        return new Study("forest", 101, 200, 5, targets, random, forest);
    }

    private void trial(int number, double start) {
        if (number == Math.min(11, campaign.trials())) {
            String by = "drive <b>&</b> \u2028 " + campaign.name();
            journal.append(new LabEvent.OptimizerSwapped(at(start), "c-1", "random", "forest", by, Values.none()));
        }
        String optimizer = number <= 10 ? "random" : "forest";
        Values point = point(number);
        journal.append(new LabEvent.TrialSuggested(
                at(start + 0.4), "c-1", number, point, Made.agent(optimizer), "r-" + number, Grounds.UNKNOWN));
        ended(number, Made.step("sample-formulator", start + 1, start + 5), Quantity.of(240, "s"));
        ended(number, Made.step("impedance", start + 5, start + 9.5), Quantity.of(95, "s"));
        boolean failed = number == 7 || number == 23;
        if (failed) {
            trials.add(new Trial(
                    number,
                    point,
                    Made.agent(optimizer),
                    "r-" + number,
                    Trial.State.FAILED,
                    Values.none(),
                    "impedance: the cell was empty, 0 mL of at least 2 mL; refill it",
                    Grounds.UNKNOWN));
        } else {
            ended(number, Made.step("conductivity", start + 9.5, start + 9.52), Quantity.of(1, "mL"));
            trials.add(Made.done(number, optimizer, point, conductivity(point)));
        }
    }

    private void ended(int number, Provenance step, Quantity duration) {
        Outcome outcome = new Outcome.Done(Values.of("duration", duration), step);
        journal.append(new LabEvent.StepEnded(step.ended(), "run-r-" + number, step.step(), outcome));
    }

    private Values point(int number) {
        double spread = number <= 10 ? 1 : 2.5 / number;
        double share = OPTIMUM[0] + spread * (chance.nextDouble() - (number <= 10 ? 0.35 : 0.5));
        double molality = OPTIMUM[1] + 1.8 * spread * (chance.nextDouble() - 0.45);
        return Made.point(Math.min(1, Math.max(0, share)), Math.min(2, Math.max(0.2, molality)));
    }

    private Quantity conductivity(Values point) {
        double share = point.quantity("pc_share").value() - OPTIMUM[0];
        double molality = point.quantity("salt_molality").value() - OPTIMUM[1];
        double value = 7.9 - 6 * share * share - 4.5 * molality * molality + 0.06 * chance.nextGaussian();
        return Quantity.of(value, 0.05 + 0.1 * chance.nextDouble(), "mS/cm");
    }

    @Override
    public Standing standing(String id) {
        if (!id.equals("c-1")) {
            throw new IllegalArgumentException("There is no campaign " + id);
        }
        Optional<Trial> best = trials.stream()
                .filter(trial -> trial.state() == Trial.State.DONE)
                .max(Comparator.comparing(
                        trial -> trial.outputs().quantity("conductivity").value()));
        return Made.standing(campaign, trials, best);
    }

    @Override
    public String begin(Campaign wanted) {
        throw new UnsupportedOperationException("a report begins nothing");
    }

    @Override
    public void swap(String id, String optimizer, Values settings, String by) {
        throw new UnsupportedOperationException("a report swaps nothing");
    }

    @Override
    public void shadow(String id, String optimizer, Values settings, String by) {
        throw new UnsupportedOperationException("a report asks nobody");
    }

    @Override
    public void respace(String id, Space space, String by) {
        throw new UnsupportedOperationException("a report changes nothing");
    }

    @Override
    public Replay replay(String id, int trial) {
        throw new UnsupportedOperationException("a report asks nobody");
    }

    @Override
    public Insight explain(String id) {
        throw new UnsupportedOperationException("a report asks nobody");
    }

    @Override
    public Optional<Trial> best(String id, List<Trial> trials) {
        throw new UnsupportedOperationException("a report compares nothing");
    }

    @Override
    public List<Values> expect(String id, List<Values> points) {
        throw new UnsupportedOperationException("a report asks nobody");
    }

    @Override
    public void order(String id, Order order) {
        throw new UnsupportedOperationException("a report stops nothing");
    }

    @Override
    public List<String> ids() {
        return List.of("c-1");
    }
}
