package org.busbar.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Tenant;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SequenceException;
import org.busbar.api.experiment.Verb;
import org.busbar.api.lab.Procedure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This lab as a tenant of its own broker: takes requests that one of its sequences answers, runs it, and hands the
 * result back. What it has taken it takes up again after a restart.
 */
@Component(service = {Tenant.class, LabListener.class})
@LabId(LabTenant.ID)
public final class LabTenant implements Tenant, LabListener {

    static final String ID = "lab";

    private static final Logger LOG = LoggerFactory.getLogger(LabTenant.class);
    private static final String ASKED_BY = "request:";

    private final LabFolder lab;
    private final Broker broker;
    private final Orchestrator orchestrator;
    private final Journal journal;
    private final Runnable lookAgain = () -> later(this::takeUpAll);
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lab-tenant"));
    private final Set<String> told = new HashSet<>(); // requests that wait; used by the worker only

    @Activate
    public LabTenant(
            @Reference LabFolder lab,
            @Reference Broker broker,
            @Reference Orchestrator orchestrator,
            @Reference Journal journal) {
        this(lab, broker, orchestrator, journal, Duration.ofSeconds(10));
    }

    LabTenant(LabFolder lab, Broker broker, Orchestrator orchestrator, Journal journal, Duration look) {
        this.lab = lab;
        this.broker = broker;
        this.orchestrator = orchestrator;
        this.journal = journal;
        lab.onProcedure(lookAgain);
        // again and again, for what happens before this is a listener is not told
        worker.scheduleWithFixedDelay(() -> guarded(this::takeUpAll), 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is reserved and not at work, and what nobody could take so far. */
    private void takeUpAll() {
        broker.reserved(ID).forEach(this::takeUp);
        broker.pending().forEach(this::take);
        abortRetracted();
    }

    @Override
    public List<Offer> offers() {
        return lab.procedures().stream()
                .filter(procedure -> !procedure.quantity().isEmpty())
                .map(LabTenant::offer)
                .toList();
    }

    private static Offer offer(Procedure procedure) {
        List<Parameter> outputs = procedure.sequence().outputs().keySet().stream()
                .map(name -> (Parameter) new Parameter.Note(name, Integer.MAX_VALUE, ""))
                .toList();
        Capability capability =
                new Capability(procedure.quantity(), procedure.sequence().inputs(), outputs);
        return new Offer(procedure.quantity(), procedure.method(), capability);
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.event() instanceof LabEvent.Requested requested) {
            later(() -> take(requested.requested()));
        } else if (recorded.event() instanceof LabEvent.RunEnded ended) {
            later(() -> answer(ended));
        } else if (recorded.event() instanceof LabEvent.Unresolved unresolved
                && unresolved.state() == Request.State.RETRACTED) {
            later(this::abortRetracted);
        }
    }

    /** Nobody waits any more for what these runs determine. */
    private void abortRetracted() {
        orchestrator.open().stream()
                .filter(progress -> progress.state() != Run.State.STOPPING)
                .map(Progress::run)
                .filter(LabTenant::isOfRequest)
                .filter(run -> broker.state(requestOf(run)).equals(Optional.of(Request.State.RETRACTED)))
                .forEach(run -> orchestrator.order(
                        run.id(), new Order(Verb.ABORT, ID, "request " + requestOf(run) + " was retracted", true)));
    }

    private static boolean isOfRequest(Run run) {
        return run.askedBy().startsWith(ASKED_BY);
    }

    private static String requestOf(Run run) {
        return run.askedBy().substring(ASKED_BY.length());
    }

    private void later(Runnable work) {
        try {
            worker.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("The lab is stopping; the next server takes this up", e);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The lab could not deal with a request; it is looked at again in a moment", e);
        }
    }

    private void take(Request request) {
        lab.answering(request)
                .filter(procedure -> LabFolder.refusals(procedure, request.inputs()) == 0)
                .filter(procedure -> broker.reserve(request.id(), ID))
                .ifPresent(procedure -> run(request, procedure));
    }

    private void run(Request request, Procedure procedure) {
        try {
            orchestrator.submit(
                    new Run(runOf(request), procedure.sequence(), request.inputs(), ASKED_BY + request.id()));
        } catch (SequenceException e) {
            broker.fail(request.id(), ID, placed(procedure.sequence().name(), e));
        } catch (IllegalArgumentException e) {
            broker.fail(request.id(), ID, String.valueOf(e.getMessage()));
        }
    }

    private String placed(String sequence, SequenceException refused) {
        return refused.findings().stream()
                .map(finding -> lab.placed(sequence, finding))
                .collect(Collectors.joining("; "));
    }

    private static String runOf(Request request) {
        return "run-" + request.id();
    }

    /** Goes on with a request that was reserved before the server was stopped. */
    private void takeUp(Request request) {
        if (!journal.knows(runOf(request))) {
            lab.answering(request).ifPresentOrElse(procedure -> run(request, procedure), () -> waits(request));
        } else if (orchestrator.open().stream()
                .noneMatch(progress -> progress.run().id().equals(runOf(request)))) {
            List<Recorded> past = journal.of(runOf(request));
            if (past.get(past.size() - 1).event() instanceof LabEvent.RunEnded ended) {
                answer(ended);
            }
        }
    }

    private void waits(Request request) {
        if (told.add(request.id())) {
            LOG.warn("Request {} waits: no sequence answers it any more", request.id());
        }
    }

    private void answer(LabEvent.RunEnded ended) {
        List<Recorded> past = journal.of(ended.run());
        Run run = ((LabEvent.RunBegun) past.get(0).event()).begun();
        if (!isOfRequest(run)) {
            return;
        }
        String id = requestOf(run);
        broker.reserved(ID).stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .ifPresent(request -> answer(request, ended, run, past));
    }

    private void answer(Request request, LabEvent.RunEnded ended, Run run, List<Recorded> past) {
        if (ended.state() != Run.State.COMPLETED) {
            broker.fail(request.id(), ID, "run " + ended.run() + " " + word(ended.state()) + ": " + ended.reason());
            return;
        }
        String method = lab.procedures().stream()
                .filter(procedure ->
                        procedure.sequence().name().equals(run.sequence().name()))
                .map(Procedure::method)
                .findFirst()
                .orElse(request.methods().isEmpty() ? "" : request.methods().get(0));
        broker.resolve(new Result(request, ID, method, ended.outputs(), Passed.provenance(past, run), Instant.now()));
    }

    private static String word(Run.State state) {
        if (state == Run.State.CANCELLED) {
            return "was cancelled";
        }
        return state == Run.State.FAILED ? "failed" : "was aborted";
    }

    @Deactivate
    public void close() throws InterruptedException {
        lab.offProcedure(lookAgain);
        worker.shutdown();
        worker.awaitTermination(5, TimeUnit.SECONDS);
    }
}
