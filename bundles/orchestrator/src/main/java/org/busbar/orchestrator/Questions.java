package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.jspecify.annotations.Nullable;

/** What one run asks people. Safe for use by many threads. */
final class Questions {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Run run;
    private final Journal journal;
    private final Map<String, Inquiry> open = new LinkedHashMap<>(); // guarded by this, as all below
    private final Map<String, Settlement> answers = new LinkedHashMap<>();
    private final Set<String> unchecked = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    Questions(Run run, Journal journal) {
        this.run = run;
        this.journal = journal;
    }

    /**
     * Asks and waits for the answer.
     *
     * @param form what the answer must hold; empty if nobody knows just now, then it is not checked
     * @param isRecovery whether a step failed or its fate is unknown
     * @param other an answer that may come from elsewhere, looked for again and again; it gives null if there is none
     */
    Settlement ask(
            String step,
            String text,
            Optional<List<Parameter>> form,
            boolean isRecovery,
            Supplier<@Nullable Settlement> other)
            throws InterruptedException {
        synchronized (this) {
            open.put(step, new Inquiry(run.id(), step, text, form.orElse(List.of()), isRecovery, Instant.now()));
            if (form.isEmpty()) {
                unchecked.add(step);
            }
        }
        try {
            while (true) {
                Settlement answer = answer(step, other);
                if (answer != null) {
                    return answer;
                }
            }
        } finally {
            synchronized (this) {
                open.remove(step);
                answers.remove(step);
                unchecked.remove(step);
            }
        }
    }

    /**
     * Asks in the middle of an action, and waits for the answer.
     *
     * @param whole whether the form holds all that the action gives, so that the answer is what came of the step
     */
    Settlement askForDevice(
            String step, String text, List<Parameter> form, boolean whole, Supplier<@Nullable Settlement> other)
            throws InterruptedException {
        journal.append(new LabEvent.StepAsked(Instant.now(), run.id(), step, text));
        if (!whole) {
            synchronized (this) {
                parts.add(step);
            }
        }
        try {
            return ask(step, text, Optional.of(form), false, other);
        } finally {
            synchronized (this) {
                parts.remove(step);
            }
        }
    }

    private @Nullable Settlement answer(String step, Supplier<@Nullable Settlement> other) throws InterruptedException {
        synchronized (this) {
            if (!answers.containsKey(step)) {
                wait(LOOK_AGAIN.toMillis());
            }
            if (answers.containsKey(step)) {
                return answers.get(step);
            }
        }
        return other.get();
    }

    /**
     * Takes a person's answer; it is in the journal when this returns.
     *
     * @throws IllegalArgumentException if that is not asked, or the answer does not fit
     */
    synchronized void settle(String step, Settlement settlement, String by) {
        Inquiry inquiry = open.get(step);
        if (inquiry == null) {
            throw new IllegalArgumentException("Run " + run.id() + " is not held up by step " + step + ", it "
                    + (open.isEmpty() ? "goes on" : "asks about " + open.keySet()));
        }
        if (settlement instanceof Settlement.Happened happened && !unchecked.contains(step)) {
            new Capability(step, List.of(), inquiry.form()).checkOutputs(happened.outputs());
        } else if (!inquiry.isRecovery() && settlement instanceof Settlement.Repeat) {
            throw new IllegalArgumentException(
                    "Step " + step + " of run " + run.id() + " asks for an answer; there is nothing to repeat");
        }
        journal.append(record(step, settlement, by));
        open.remove(step);
        answers.put(step, settlement);
        notifyAll();
    }

    /** What is only a part of what a step gives does not settle it. */
    private LabEvent record(String step, Settlement settlement, String by) {
        return parts.contains(step)
                ? new LabEvent.Noted(Instant.now(), run.id(), "answer of " + by + " to " + step, settlement.toString())
                : new LabEvent.StepSettled(Instant.now(), run.id(), step, settlement, by);
    }

    synchronized List<Inquiry> open() {
        return new ArrayList<>(open.values());
    }

    synchronized boolean isRecovering() {
        return open.values().stream().anyMatch(Inquiry::isRecovery);
    }
}
