package org.busbar.rest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.broker.Broker;
import org.busbar.api.campaign.Campaigns;
import org.busbar.api.campaign.Reports;
import org.busbar.api.campaign.Studies;
import org.busbar.api.event.Journal;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Station;
import org.busbar.api.lab.Lab;
import org.busbar.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether the server works, without touching hardware; the one resource that is there before everything else is. */
@Component(service = Routes.class)
public final class HealthRoutes implements Routes {

    private final @Nullable Lab lab;
    private final @Nullable Journal journal;
    private final @Nullable Orchestrator orchestrator;
    private final Map<String, Boolean> parts = new LinkedHashMap<>();

    /**
     * @param live always true: it was answered
     * @param ready whether every part of the platform is there
     * @param missing the parts that are not
     * @param journal the number of the last event; -1 if there is no journal
     */
    record Health(
            boolean live,
            boolean ready,
            List<String> missing,
            String lab,
            long journal,
            Map<Station.State, Integer> devices,
            int faults) {}

    /** What strangers are told. */
    record Live(boolean live, boolean ready) {}

    @Activate
    public HealthRoutes(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Lab lab,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Journal journal,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Orchestrator orchestrator,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Broker broker,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Campaigns campaigns,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Studies studies,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Reports reports) {
        this.lab = lab;
        this.journal = journal;
        this.orchestrator = orchestrator;
        parts.put("lab", lab != null);
        parts.put("journal", journal != null);
        parts.put("orchestrator", orchestrator != null);
        parts.put("broker", broker != null);
        parts.put("campaigns", campaigns != null);
        parts.put("studies", studies != null);
        parts.put("reports", reports != null);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/health")
                .byAnybody()
                .says("Whether the server works; the details are for those of whom it is known who they are")
                .gives(Health.class)
                .does(call -> Response.json(
                        isKnown(call) ? health() : new Live(true, missing().isEmpty()))));
    }

    private static boolean isKnown(Call call) {
        return call.asking().filter(caller -> caller.has(Role.VIEWER)).isPresent();
    }

    private List<String> missing() {
        return parts.keySet().stream()
                .filter(part -> !Boolean.TRUE.equals(parts.get(part)))
                .toList();
    }

    private Health health() {
        List<String> missing = missing();
        return new Health(
                true,
                missing.isEmpty(),
                missing,
                lab == null ? "" : lab.name(),
                journal == null ? -1 : journal.last(),
                devices(),
                lab == null ? 0 : lab.faults().size());
    }

    private Map<Station.State, Integer> devices() {
        Map<Station.State, Integer> devices = new EnumMap<>(Station.State.class);
        if (orchestrator != null) {
            orchestrator.stations().forEach(station -> devices.merge(station.state(), 1, Integer::sum));
        }
        return devices;
    }
}
