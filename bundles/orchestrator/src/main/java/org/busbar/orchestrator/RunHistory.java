package org.busbar.orchestrator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Verb;
import org.jspecify.annotations.Nullable;

/**
 * How far a run had come, read from its events. Of a loop it keeps the last two passes only, and of steps that an
 * optimizer learns from all, so that a long run is taken up in little memory. Safe for use by many threads: the branches
 * of a run take from it at the same time.
 */
final class RunHistory {

    private static final Pattern PASS = Pattern.compile("\\[(\\d+)]/");

    private final Run run;
    private final Set<String> lessons;
    private final TreeMap<String, Past> pasts = new TreeMap<>();
    private final Map<String, Past> learned = new HashMap<>();
    private final Map<String, Integer> passes = new HashMap<>();
    private final Map<String, String> devices = new HashMap<>();
    private @Nullable Order ending;
    private boolean paused;
    private boolean begun;

    private RunHistory(Run run) {
        this.run = run;
        this.lessons = Lessons.ids(run.sequence());
    }

    /** A run of which nothing has happened yet. */
    static RunHistory none(Run run) {
        return new RunHistory(run);
    }

    /**
     * Reads a run from the journal: first which pass each loop is in, then what still counts.
     *
     * @throws IllegalStateException if the events do not begin with the run's own beginning
     */
    static RunHistory of(Journal journal, String run) {
        RunHistory history = new RunHistory(begun(journal, run));
        try (Stream<Recorded> events = journal.stream(run, history::passesBy)) {
            events.forEach(recorded -> history.add(recorded.event()));
        }
        try (Stream<Recorded> events = journal.stream(run, history::counts)) {
            events.filter(recorded -> recorded.event() instanceof LabEvent.OfStep)
                    .forEach(recorded -> history.add(recorded.event()));
        }
        return history;
    }

    private static Run begun(Journal journal, String run) {
        try (Stream<Recorded> events = journal.stream(run, path -> false)) {
            return events.findFirst()
                    .map(Recorded::event)
                    .filter(LabEvent.RunBegun.class::isInstance)
                    .map(event -> ((LabEvent.RunBegun) event).begun())
                    .orElseThrow(() -> new IllegalStateException("Run " + run + " has no beginning"));
        }
    }

    private boolean passesBy(String path) {
        turn(path);
        return false;
    }

    /** Whether it is in one of the last two passes of every loop around it, or taught something. */
    private boolean counts(String path) {
        if (path.indexOf('[') < 0 || lessons.contains(path.substring(path.lastIndexOf('/') + 1))) {
            return true;
        }
        Matcher matcher = PASS.matcher(path);
        while (matcher.find()) {
            int last = passes.getOrDefault(path.substring(0, matcher.start()), 0);
            if (Integer.parseInt(matcher.group(1)) < last - 1) {
                return false;
            }
        }
        return true;
    }

    private void add(LabEvent event) {
        if (event instanceof LabEvent.StepBegun step) {
            begun = true;
            devices.putIfAbsent(Paths.place(step.step()), step.agent().id());
            put(step.step(), new Past(step, null, null));
        } else if (event instanceof LabEvent.StepEnded step) {
            put(step.step(), new Past(past(step.step()).begun(), step.outcome(), null));
        } else if (event instanceof LabEvent.StepSettled step) {
            Past before = past(step.step());
            put(step.step(), new Past(before.begun(), before.outcome(), step.settlement()));
        } else if (event instanceof LabEvent.RunOrdered ordered
                && ordered.order().step().isEmpty()) {
            order(ordered.order());
        }
    }

    private void put(String path, Past past) {
        pasts.put(path, past);
        if (lessons.contains(path.substring(path.lastIndexOf('/') + 1))) {
            learned.put(path, past);
        }
    }

    /** Takes down which pass of each loop a path is in, and forgets the passes before the last two. */
    private void turn(String path) {
        if (path.indexOf('[') < 0) {
            return;
        }
        Matcher matcher = PASS.matcher(path);
        while (matcher.find()) {
            String loop = path.substring(0, matcher.start());
            int pass = Integer.parseInt(matcher.group(1));
            Integer before = passes.put(loop, pass);
            if (before == null || before < pass) {
                forget(Paths.pass(loop, pass - 2));
            }
        }
    }

    private void forget(String prefix) {
        pasts.subMap(prefix, prefix + Character.MAX_VALUE).clear();
        passes.keySet().removeIf(loop -> loop.startsWith(prefix));
    }

    private void order(Order order) {
        if (order.verb() == Verb.PAUSE || order.verb() == Verb.PAUSE_NOW) {
            paused = true;
        } else if (order.verb() == Verb.RESUME) {
            paused = false;
        } else {
            ending = order;
        }
    }

    Run run() {
        return run;
    }

    synchronized Past past(String path) {
        return pasts.getOrDefault(path, Past.NOTHING);
    }

    /** The same, and forgets it: what it tells is told once. */
    synchronized Past take(String path) {
        Past past = pasts.remove(path);
        return past == null ? Past.NOTHING : past;
    }

    /** What had begun and of which nothing more was heard, and is not repeatable. */
    synchronized List<LabEvent.StepBegun> lost() {
        return pasts.values().stream()
                .filter(past -> past.isLost() && !past.isRepeatable())
                .map(Past::begun)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is kept of a step that an optimizer learns from. */
    synchronized Past learned(String path) {
        return learned.getOrDefault(path, Past.NOTHING);
    }

    /** The pass a loop was in; 1 if it had not begun. */
    synchronized int pass(String loop) {
        return passes.getOrDefault(loop, 1);
    }

    /** The device that did the step at that place first; null if it was not done yet. */
    @Nullable
    synchronized String device(String place) {
        return devices.get(place);
    }

    /** The verb that ends the run; null if it was told none. */
    @Nullable
    Order ending() {
        return ending;
    }

    boolean isPaused() {
        return paused;
    }

    boolean hasBegun() {
        return begun;
    }
}
