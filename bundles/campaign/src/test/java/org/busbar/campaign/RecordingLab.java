package org.busbar.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Verb;

/** Runs that do nothing but take down what they are told; those that abort or halt end at once. */
final class RecordingLab implements Orchestrator {

    final List<String> said = new ArrayList<>();
    private final Map<String, Progress> open = new LinkedHashMap<>();
    private final Journal journal;
    boolean refusesToPauseNow;

    RecordingLab(Journal journal) {
        this.journal = journal;
    }

    /** Begins the run of a request, or of anybody else. */
    void begin(String id, String askedBy) {
        Sequence sequence = new Sequence("s", "1", List.of(), List.of(), Map.of());
        submit(new Run(id, sequence, Values.none(), askedBy));
    }

    @Override
    public synchronized void submit(Run run) {
        open.put(run.id(), new Progress(run, Run.State.RUNNING, "", "", Instant.now()));
        journal.append(new LabEvent.RunBegun(Instant.now(), run));
    }

    @Override
    public synchronized void order(String run, Order order) {
        if (order.verb() == Verb.PAUSE_NOW && refusesToPauseNow) {
            throw new IllegalArgumentException("the step cannot be repeated");
        }
        said.add(run + " " + order.verb() + " by " + order.by() + (order.force() ? ", forced" : ""));
        if (order.verb() == Verb.ABORT || order.verb() == Verb.HALT) {
            open.remove(run);
            journal.append(new LabEvent.RunEnded(Instant.now(), run, Run.State.ABORTED, Values.none(), "told so"));
        }
    }

    synchronized List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public synchronized List<Progress> open() {
        return List.copyOf(open.values());
    }

    @Override
    public List<Finding> check(Run run) {
        throw notOfACampaign();
    }

    @Override
    public Forecast forecast(List<Run> runs, int parallel) {
        throw notOfACampaign();
    }

    @Override
    public List<Inquiry> inquiries() {
        throw notOfACampaign();
    }

    @Override
    public void settle(String run, String step, Settlement settlement, String by) {
        throw notOfACampaign();
    }

    @Override
    public List<Station> stations() {
        throw notOfACampaign();
    }

    @Override
    public boolean quiesce(String device, Duration patience) {
        throw notOfACampaign();
    }

    @Override
    public void resume(String device) {
        throw notOfACampaign();
    }

    @Override
    public void bar(String device, Bar bar) {
        throw notOfACampaign();
    }

    @Override
    public void unbar(String device, Bar.Kind kind, String by, String reason) {
        throw notOfACampaign();
    }

    @Override
    public void awaited(String device, Optional<Detail> code, String reason) {
        throw notOfACampaign();
    }

    @Override
    public void reset(String device) {
        throw notOfACampaign();
    }

    @Override
    public List<SafetyStop> safetyStop(String by, String reason) {
        throw notOfACampaign();
    }

    @Override
    public void clearSafetyStop(String by, String reason) {
        throw notOfACampaign();
    }

    private static AssertionError notOfACampaign() {
        return new AssertionError("A campaign only looks at open runs and tells them what to do");
    }
}
