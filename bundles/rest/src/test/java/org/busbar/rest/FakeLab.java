package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Price;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.api.lab.Fault;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plan;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Procedure;
import org.busbar.api.optimize.Observation;

/** A lab with a sequence to fill and one that determines the conductivity, a plan with a comparison and one without, and a fault. */
final class FakeLab implements Lab {

    /** The plans without comparison. */
    final List<Campaign> plans = new ArrayList<>(List.of(FakeCampaigns.plan("plain")));

    @Override
    public String name() {
        return "bench-3";
    }

    @Override
    public List<Procedure> procedures() {
        Sequence fill = new Sequence(
                "fill",
                "3",
                FakeOrchestrator.DISPENSE.inputs(),
                List.of(new Step.Act("a", "dispense", "left", Map.of())),
                Map.of());
        Sequence measure = new Sequence(
                "measure",
                "1",
                List.of(Parameter.real("x", "mol/L", 0, 2), Parameter.specimen("sample")),
                fill.steps(),
                Map.of());
        return List.of(
                new Procedure(fill, "", "", Price.UNKNOWN, 1),
                new Procedure(measure, "conductivity", "eis", Price.UNKNOWN, 1));
    }

    @Override
    public List<Plan> plans() {
        List<Observation> table = List.of(Observation.failed(Values.none()));
        Plan.Comparison comparison = new Plan.Comparison("a table", "forest", 5, 50, table);
        List<Plan> all = new ArrayList<>();
        if (plans.stream().noneMatch(plan -> plan.name().equals("salt"))) {
            all.add(new Plan(FakeCampaigns.plan("salt"), Optional.of(comparison)));
        }
        plans.forEach(plan -> all.add(new Plan(plan, Optional.empty())));
        return all;
    }

    @Override
    public List<Plugin> plugins() {
        return List.of();
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("devices/x.json", "line 3, column 5: no such type", Instant.EPOCH));
    }
}
