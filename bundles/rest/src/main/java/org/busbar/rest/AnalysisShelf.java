package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.experiment.Agent;
import org.busbar.plug.Agents;
import org.busbar.plug.Shelf;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The analyses at hand, lent to those who show them. */
@Component(service = AnalysisShelf.class)
public final class AnalysisShelf {

    private final Shelf<Analysis> analyses = new Shelf<>("analysis", event -> {}); // the orchestrator reports them

    /**
     * An analysis that can be asked for.
     *
     * @param defaults what an input is if it is not given
     */
    record Askable(
            String id,
            String bundle,
            String version,
            List<Parameter> inputs,
            List<Parameter> outputs,
            Values defaults) {

        static Askable of(String id, Agent agent, Capability capability) {
            return new Askable(
                    id,
                    agent.bundle(),
                    agent.version(),
                    capability.inputs(),
                    capability.outputs(),
                    capability.defaults());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAnalysis(Analysis analysis, ServiceReference<Analysis> reference) {
        add(analysis, Agents.of(reference), reference);
    }

    void removeAnalysis(ServiceReference<Analysis> reference) {
        analyses.remove(reference, Agents.id(reference));
    }

    /** Shows an analysis. */
    void add(Analysis analysis, Agent agent, Object registration) {
        analyses.add(analysis, agent, registration);
    }

    /** All that can be asked for, by their ids. */
    List<Askable> askable() {
        List<Askable> all = new ArrayList<>();
        analyses.agents().keySet().stream().sorted().forEach(id -> analyses.borrow(id)
                .ifPresent(lent -> {
                    try (Shelf.Loan<Analysis> loan = lent) {
                        all.add(Askable.of(id, loan.agent(), loan.plugin().capability()));
                    }
                }));
        return all;
    }

    /**
     * The analysis of that id; whoever asks closes it.
     *
     * @throws Refused if it is not at hand
     */
    Shelf.Loan<Analysis> borrow(String id) {
        return analyses.borrow(id)
                .orElseThrow(() -> Refused.notFound("There is no analysis '" + id + "', only "
                        + analyses.agents().keySet().stream().sorted().toList()));
    }

    /** What is taken and given by the analysis of that id. */
    Capability capability(String id) {
        try (Shelf.Loan<Analysis> loan = borrow(id)) {
            return loan.plugin().capability();
        }
    }
}
