package org.busbar.reanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Values;
import org.busbar.api.analysis.Reanalyses;
import org.busbar.api.analysis.Reanalysis;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has past runs analysed again by runs named after them, so that the journal alone tells which belong together. */
@Component
public final class JournaledReanalyses implements Reanalyses {

    private static final Pattern AGAIN = Pattern.compile("again-(\\d+)-(.+)");
    private static final String FOR_REQUEST = "request:";

    private final Journal journal;
    private final Orchestrator orchestrator;
    private final Results results;

    @Activate
    public JournaledReanalyses(
            @Reference Journal journal, @Reference Orchestrator orchestrator, @Reference Results results) {
        this.journal = journal;
        this.orchestrator = orchestrator;
        this.results = results;
    }

    @Override
    public synchronized String begin(String run, String by) {
        if (AGAIN.matcher(run).matches()) {
            throw new IllegalArgumentException(
                    "Run " + run + " is itself one that analysed again; name the run with the" + " raw data, which is "
                            + first(run));
        }
        PastRun past = PastRun.read(journal, run);
        if (past.end() == null) {
            throw new IllegalArgumentException("Run " + run + " has not ended; analyse it again when it has");
        }
        if (past.analysed().isEmpty()) {
            throw new IllegalArgumentException(
                    "Run " + run + " of sequence '" + past.run().sequence().name()
                            + "' has no analysis that was done, so there is nothing to do again");
        }
        String again = name(run, of(run).size() + 1);
        orchestrator.submit(SecondRun.of(past, again, by));
        return again;
    }

    @Override
    public Reanalysis compare(String again) {
        return compare(PastRun.read(journal, first(again)), again);
    }

    private Reanalysis compare(PastRun past, String again) {
        PastRun second = PastRun.read(journal, again);
        Optional<Progress> open = orchestrator.open().stream()
                .filter(progress -> progress.run().id().equals(again))
                .findFirst();
        LabEvent.RunEnded end = second.end();
        Values before = past.end() == null ? Values.none() : past.end().outputs();
        return new Reanalysis(
                past.run().id(),
                again,
                end == null ? open.map(Progress::state).orElse(Run.State.RUNNING) : end.state(),
                end == null ? open.map(Progress::detail).orElse("") : end.reason(),
                redone(past, second),
                before,
                end == null ? before : before.with(end.outputs()));
    }

    private static List<Reanalysis.Redone> redone(PastRun past, PastRun second) {
        List<Reanalysis.Redone> redone = new ArrayList<>();
        for (int i = 0; i < past.analysed().size(); i++) {
            Analysed then = past.analysed().get(i);
            second.at(SecondRun.step(i))
                    .map(now -> new Reanalysis.Redone(
                            then.path(), then.agent(), now.agent(), then.outputs(), now.outputs()))
                    .ifPresent(redone::add);
        }
        return redone;
    }

    @Override
    public List<String> of(String run) {
        List<String> all = new ArrayList<>();
        while (journal.knows(name(run, all.size() + 1))) {
            all.add(name(run, all.size() + 1));
        }
        return all;
    }

    @Override
    public Result adopt(String again, String by) {
        PastRun past = PastRun.read(journal, first(again));
        Reanalysis found = compare(past, again);
        if (found.state() != Run.State.COMPLETED) {
            throw new IllegalArgumentException("Run " + again + " is " + found.state() + " (" + found.reason()
                    + "), so there are no new numbers to count");
        }
        String request = request(past.run());
        Result latest = results.history(request).latest();
        Values corrected = latest.outputs();
        for (String name : latest.outputs().names()) {
            corrected =
                    found.after().has(name) ? corrected.with(name, found.after().get(name)) : corrected;
        }
        return corrected.equals(latest.outputs())
                ? latest
                : results.amend(request, corrected, by, "analysed again by run " + again + " with " + agents(found));
    }

    private static String request(Run run) {
        String askedBy = run.askedBy();
        if (!askedBy.startsWith(FOR_REQUEST)) {
            throw new IllegalArgumentException("Run " + run.id() + " was asked for by '" + askedBy
                    + "' and not by a request, so it has no result that could be amended");
        }
        return askedBy.substring(FOR_REQUEST.length());
    }

    private static String agents(Reanalysis found) {
        return String.join(
                ", ",
                found.steps().stream()
                        .map(Reanalysis.Redone::now)
                        .map(JournaledReanalyses::said)
                        .distinct()
                        .toList());
    }

    private static String said(Agent agent) {
        return agent.id() + " of " + agent.bundle() + " " + agent.version();
    }

    private static String name(String run, int number) {
        return "again-" + number + "-" + run;
    }

    private static String first(String again) {
        Matcher name = AGAIN.matcher(again);
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "'" + again + "' is no run that analysed again; such are named" + " again-1-<run>");
        }
        return name.group(2);
    }
}
