package org.busbar.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Replay;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Studies;
import org.busbar.api.campaign.Study;
import org.busbar.api.campaign.Trial;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Surrogate;
import org.busbar.plug.Agents;
import org.busbar.plug.PartShelves;
import org.busbar.plug.Shelf;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All campaigns of the lab, each in a thread of its own, taken up again after a restart. */
@Component(
        service = {Campaigns.class, Studies.class, LabListener.class},
        immediate = true)
public final class JournaledCampaigns implements Campaigns, Studies, LabListener {

    private final Journal journal;
    private final Broker broker;
    private final Shelf<Optimizer> optimizers;
    private final PartShelves parts;
    private final Adviser adviser;
    private final Hindsight hindsight;
    private final ShadowDesk shadows;
    private final Loops loops = new Loops();
    private volatile @Nullable Orchestrator orchestrator;

    /** Takes up every campaign that the journal says is open. */
    @Activate
    public JournaledCampaigns(@Reference Journal journal, @Reference Broker broker) {
        this.journal = journal;
        this.broker = broker;
        this.optimizers = new Shelf<>("optimizer", journal::append);
        this.parts = new PartShelves(journal::append);
        this.adviser = new Adviser(optimizers, parts);
        this.hindsight = new Hindsight(journal, adviser);
        this.shadows = new ShadowDesk(adviser);
        for (String id : journal.open(LabEvent.CampaignBegun.class, Set.of(LabEvent.CampaignEnded.class))) {
            loops.start(loop(id));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addOptimizer(Optimizer optimizer, ServiceReference<Optimizer> reference) {
        add(optimizer, Agents.of(reference), reference);
    }

    void removeOptimizer(ServiceReference<Optimizer> reference) {
        remove(reference, Agents.id(reference));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSurrogate(Surrogate surrogate, ServiceReference<Surrogate> reference) {
        parts.add(surrogate, Agents.of(reference), reference);
    }

    void removeSurrogate(ServiceReference<Surrogate> reference) {
        parts.removeSurrogate(reference, Agents.id(reference));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAcquisition(Acquisition acquisition, ServiceReference<Acquisition> reference) {
        parts.add(acquisition, Agents.of(reference), reference);
    }

    void removeAcquisition(ServiceReference<Acquisition> reference) {
        parts.removeAcquisition(reference, Agents.id(reference));
    }

    /** Has the runs of open trials told by this orchestrator what a campaign is told. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public synchronized void setOrchestrator(Orchestrator lab) {
        orchestrator = lab;
    }

    /** Has no runs told any more, if this orchestrator told them. */
    public synchronized void unsetOrchestrator(Orchestrator lab) {
        if (lab.equals(orchestrator)) {
            orchestrator = null;
        }
    }

    /** Puts an optimizer to work; {@code registration} names it when it is taken away. */
    public void add(Optimizer optimizer, Agent agent, Object registration) {
        optimizers.add(optimizer, agent, registration);
    }

    /** Takes an optimizer away, once no suggestion is being made by it. */
    public void remove(Object registration, String id) {
        optimizers.remove(registration, id);
    }

    /** The surrogates and acquisitions that optimizers may take. */
    public PartShelves parts() {
        return parts;
    }

    /** Reads a campaign back from the journal. */
    private ClosedLoop loop(String id) {
        List<Recorded> events = journal.of(id);
        LabEvent.CampaignBegun begun = events.stream()
                .map(Recorded::event)
                .filter(LabEvent.CampaignBegun.class::isInstance)
                .map(LabEvent.CampaignBegun.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no campaign " + id));
        ClosedLoop loop = loop(begun);
        loop.replay(events);
        return loop;
    }

    private ClosedLoop loop(LabEvent.CampaignBegun begun) {
        return new ClosedLoop(
                new Ledger(begun), journal, broker, adviser, shadows, () -> Optional.ofNullable(orchestrator));
    }

    @Override
    public String begin(Campaign campaign) {
        Campaign knowing = new Histories(this::standing).read(campaign);
        adviser.check(campaign.optimizer(), campaign.problem(), campaign.settings());
        campaign.swaps().forEach(swap -> adviser.check(swap.to(), campaign.problem(), swap.settings()));
        String id;
        LabEvent.CampaignBegun begun;
        synchronized (this) {
            id = newId(campaign.name());
            begun = new LabEvent.CampaignBegun(Instant.now(), id, knowing);
            journal.append(begun);
        }
        loops.start(loop(begun));
        return id;
    }

    private String newId(String name) {
        String stem =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        int number = 1;
        while (journal.knows(stem + "-" + number)) {
            number++;
        }
        return stem + "-" + number;
    }

    @Override
    public void swap(String id, String optimizer, Values settings, String by) {
        ClosedLoop loop = able(id, optimizer, settings);
        loop.change(Changes.swap(optimizer, settings, by));
    }

    @Override
    public void shadow(String id, String optimizer, Values settings, String by) {
        ClosedLoop loop = optimizer.isEmpty() ? suggesting(id) : able(id, optimizer, settings);
        loop.change(Changes.shadow(optimizer, optimizer.isEmpty() ? Values.none() : settings, by));
    }

    /** The loop of a campaign whose problem the optimizer can handle. */
    private ClosedLoop able(String id, String optimizer, Values settings) {
        if (!adviser.atHand().contains(optimizer)) {
            throw new IllegalArgumentException("There is no optimizer " + optimizer + ", only " + adviser.atHand());
        }
        ClosedLoop loop = suggesting(id);
        adviser.check(optimizer, loop.now().question().problem(), settings);
        return loop;
    }

    private ClosedLoop suggesting(String id) {
        ClosedLoop loop = running(id);
        if (loop == null) {
            throw new IllegalArgumentException("Campaign " + id + " has ended; nothing is suggested any more");
        }
        return loop;
    }

    @Override
    public void respace(String id, Space space, String by) {
        ClosedLoop loop = suggesting(id);
        Asked now = loop.now();
        Problem problem = now.question().problem();
        space.refusalToFollow(problem.space()).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        adviser.check(now.optimizer(), problem.in(space), now.question().settings());
        loop.change(Changes.respace(space, by));
    }

    @Override
    public Replay replay(String id, int trial) throws InterruptedException {
        running(id);
        return hindsight.replay(id, trial);
    }

    @Override
    public Insight explain(String id) throws InterruptedException {
        Asked now = now(id);
        return hindsight.explain(now.optimizer(), now.question());
    }

    @Override
    public List<Values> expect(String id, List<Values> points) throws InterruptedException {
        Asked now = now(id);
        return hindsight.expect(now.optimizer(), now.question(), points);
    }

    @Override
    public Optional<Trial> best(String id, List<Trial> trials) {
        return new Merit(standing(id).campaign()).best(trials);
    }

    private Asked now(String id) {
        ClosedLoop loop = running(id);
        return (loop == null ? loop(id) : loop).now();
    }

    @Override
    public void order(String id, Order order) {
        if (!order.step().isEmpty()) {
            throw new IllegalArgumentException(
                    "Campaign " + id + " has no step " + order.step() + "; tell the run that has it");
        }
        ClosedLoop loop = running(id);
        if (loop != null) {
            loop.order(order);
        }
    }

    /** The loop of that campaign; null if it has ended. */
    private @Nullable ClosedLoop running(String id) {
        ClosedLoop loop = loops.get(id);
        if (loop == null && !journal.knows(id)) {
            throw new IllegalArgumentException("There is no campaign " + id);
        }
        return loop;
    }

    @Override
    public Standing standing(String id) {
        ClosedLoop loop = running(id);
        return loop == null ? loop(id).standing() : loop.standing();
    }

    @Override
    public List<String> ids() {
        return journal.of(Set.of(LabEvent.CampaignBegun.class))
                .map(recorded -> recorded.event().subject())
                .toList();
    }

    @Override
    public Study replay(
            Problem problem,
            List<Observation> table,
            String optimizer,
            int start,
            int repetitions,
            long seed,
            IntConsumer progress)
            throws InterruptedException {
        try (Shelf.Loan<Optimizer> loan = optimizers
                .borrow(optimizer)
                .orElseThrow(() -> new IllegalArgumentException("There is no optimizer " + optimizer + ", only "
                        + optimizers.agents().keySet()))) {
            return new TableStudy(problem.objectives().get(0), problem, table, start, parts::borrow)
                    .run(loan.plugin(), optimizer, repetitions, seed, progress);
        }
    }

    @Override
    public void on(Recorded recorded) {
        LabEvent event = recorded.event();
        if (event instanceof LabEvent.OfRequest
                || event instanceof LabEvent.RunBegun
                || event instanceof LabEvent.RunEnded) {
            loops.hear(event);
        }
    }

    /** Leaves open campaigns open; they are taken up again at the next start. */
    @Deactivate
    public void close() throws InterruptedException {
        loops.close();
        shadows.close();
    }
}
