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
import org.busbar.api.LabId;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Tenants;
import org.busbar.api.broker.Ticket;
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
    private static final Duration FOR_EVER = Duration.ZERO; // its life is that of the server

    private final LabFolder lab;
    private final Broker broker;
    private final Results results;
    private final Tenants tenants;
    private final Orchestrator orchestrator;
    private final Journal journal;
    private final LabOffers offers;
    private final Runnable lookAgain = this::procedureChanged;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lab-tenant"));
    private final Set<String> told = new HashSet<>(); // requests that wait; used by the worker only

    @Activate
    public LabTenant(
            @Reference LabFolder lab,
            @Reference Broker broker,
            @Reference Results results,
            @Reference Tenants tenants,
            @Reference Orchestrator orchestrator,
            @Reference Journal journal) {
        this(lab, broker, results, tenants, orchestrator, journal, Duration.ofSeconds(10));
    }

    LabTenant(
            LabFolder lab,
            Broker broker,
            Results results,
            Tenants tenants,
            Orchestrator orchestrator,
            Journal journal,
            Duration look) {
        this.lab = lab;
        this.broker = broker;
        this.results = results;
        this.tenants = tenants;
        this.orchestrator = orchestrator;
        this.journal = journal;
        this.offers = new LabOffers(lab, orchestrator);
        lab.onProcedure(lookAgain);
        // again and again, for what happens before this is a listener is not told
        worker.scheduleWithFixedDelay(() -> guarded(this::takeUpAll), 0, look.toMillis(), TimeUnit.MILLISECONDS);
        later(this::join);
    }

    /** Nothing is pending for a tenant that the broker does not know yet. */
    private void join() {
        if (tenants.offers().containsKey(ID)) {
            takeUpAll();
        } else {
            worker.schedule(() -> guarded(this::join), 100, TimeUnit.MILLISECONDS);
        }
    }

    private void procedureChanged() {
        offers.forget();
        later(this::takeUpAll);
    }

    /** What is reserved and not at work, and what nobody could take so far. */
    private void takeUpAll() {
        broker.reserved(ID).forEach(this::takeUp);
        takePending();
        abortRetracted();
    }

    private void takePending() {
        broker.pending(ID).forEach(this::take);
    }

    @Override
    public List<Offer> offers() {
        return offers.all();
    }

    @Override
    public List<String> outputRefusals(Offer offer, Values outputs) {
        return LabOffers.outputRefusals(offer, outputs);
    }

    @Override
    public void on(Recorded recorded) {
        if (recorded.event() instanceof LabEvent.OfPlugin) {
            offers.forget();
        } else if (recorded.event() instanceof LabEvent.Requested requested) {
            later(() -> take(requested.requested()));
        } else if (recorded.event() instanceof LabEvent.RunEnded ended) {
            later(() -> answer(ended));
        } else if (recorded.event() instanceof LabEvent.Released) {
            later(this::takePending);
        } else if (recorded.event() instanceof LabEvent.Unresolved unresolved
                && unresolved.state() != Request.State.FAILED) {
            later(this::abortRetracted);
        }
    }

    /** Nobody waits any more for what these runs determine. */
    private void abortRetracted() {
        orchestrator.open().stream()
                .filter(progress -> progress.state() != Run.State.STOPPING)
                .map(Progress::run)
                .filter(LabTenant::isOfRequest)
                .filter(run -> isUnwanted(broker.ticket(requestOf(run))))
                .forEach(run -> orchestrator.order(
                        run.id(), new Order(Verb.ABORT, ID, "request " + requestOf(run) + " was retracted", true)));
    }

    private static boolean isUnwanted(Optional<Ticket> ticket) {
        return ticket.map(Ticket::state)
                .filter(state -> state == Request.State.RETRACTED || state == Request.State.REJECTED)
                .isPresent();
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
                .filter(this::hasRoom)
                .filter(procedure -> broker.reserve(request.id(), ID, FOR_EVER))
                .ifPresent(procedure -> run(request, procedure));
    }

    /** Whether one more may be taken, so that others get their share. */
    private boolean hasRoom(Procedure procedure) {
        return procedure.atOnce() == 0
                || broker.reserved(ID).stream()
                                .filter(request -> lab.answering(request)
                                        .filter(procedure::equals)
                                        .isPresent())
                                .count()
                        < procedure.atOnce();
    }

    private void run(Request request, Procedure procedure) {
        try {
            orchestrator.submit(new Run(
                    runOf(request),
                    procedure.sequence(),
                    request.inputs(procedure.method()),
                    ASKED_BY + request.id(),
                    request.wish().priority()));
            broker.begin(request.id(), ID);
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
        if (isOfRequest(run)) {
            broker.ticket(requestOf(run))
                    .filter(ticket ->
                            !ticket.state().isFinal() && ticket.tenant().equals(ID))
                    .ifPresent(ticket -> answer(ticket.request(), ended, run, past));
            takePending();
        }
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
        results.resolve(new Result(
                request, ID, method, run.inputs(), ended.outputs(), Passed.provenance(past, run), Instant.now(), 1));
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
