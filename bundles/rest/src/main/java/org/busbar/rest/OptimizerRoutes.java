package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Surrogate;
import org.busbar.plug.Agents;
import org.busbar.plug.PartShelves;
import org.busbar.plug.Shelf;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The optimizers at hand, and the surrogates and acquisitions they may take. */
@Component(service = Routes.class)
public final class OptimizerRoutes implements Routes {

    private final Shelf<Optimizer> optimizers = new Shelf<>("optimizer", event -> {}); // the campaigns report them
    private final PartShelves parts = new PartShelves(event -> {});

    /**
     * A plug-in that can be chosen.
     *
     * @param settings what may be set, with its limits
     */
    record Choosable(String id, String bundle, String version, List<Parameter> settings) {}

    /** All that can be chosen. */
    record AtHand(List<Choosable> optimizers, List<Choosable> surrogates, List<Choosable> acquisitions) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addOptimizer(Optimizer optimizer, ServiceReference<Optimizer> reference) {
        add(optimizer, Agents.of(reference), reference);
    }

    void removeOptimizer(ServiceReference<Optimizer> reference) {
        optimizers.remove(reference, Agents.id(reference));
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

    /** Shows an optimizer. */
    void add(Optimizer optimizer, Agent agent, Object registration) {
        optimizers.add(optimizer, agent, registration);
    }

    PartShelves parts() {
        return parts;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/optimizers")
                .says("The optimizers, surrogates and acquisitions at hand, with what may be set")
                .gives(AtHand.class)
                .does(call -> Response.json(new AtHand(
                        choosable(optimizers, Optimizer::settings),
                        choosable(parts.surrogates(), Surrogate::settings),
                        choosable(parts.acquisitions(), Acquisition::settings)))));
    }

    private static <T> List<Choosable> choosable(Shelf<T> shelf, Function<T, List<Parameter>> settings) {
        List<Choosable> all = new ArrayList<>();
        for (String id : shelf.agents().keySet()) {
            shelf.borrow(id).ifPresent(lent -> {
                try (Shelf.Loan<T> loan = lent) {
                    Agent agent = loan.agent();
                    all.add(new Choosable(id, agent.bundle(), agent.version(), settings.apply(loan.plugin())));
                }
            });
        }
        return all;
    }
}
