package org.busbar.orchestrator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Step;
import org.busbar.check.Catalogue;

/** What is at hand just now, for the check of a sequence. */
final class LabCatalogue implements Catalogue {

    private final Equipment equipment;

    LabCatalogue(Equipment equipment) {
        this.equipment = equipment;
    }

    @Override
    public Optional<Capability> capability(Step step) {
        if (step instanceof Step.Analyse analyse) {
            return analysis(analyse.analysis());
        }
        Step.Act act = (Step.Act) step;
        return act.device().isEmpty() ? byAny(act) : byNamed(act);
    }

    /** Those whose drivers are not being exchanged: what a version on trial can do is not what the lab can do. */
    private Stream<Bench> benches() {
        Resources resources = equipment.resources();
        return resources.benches().values().stream().filter(bench -> !resources.isQuiesced(bench.id()));
    }

    private Optional<Bench> bench(String id) {
        return benches().filter(bench -> bench.id().equals(id)).findFirst();
    }

    private Optional<Capability> byAny(Step.Act act) {
        return best(benches(), act);
    }

    /** Of those that have the action, what the one takes that refuses least of what is known. */
    private static Optional<Capability> best(Stream<Bench> benches, Step.Act act) {
        Values constants = constants(act);
        return benches.flatMap(bench -> bench.action(act.action()).stream())
                .map(Action::capability)
                .min(Comparator.comparingInt(
                        capability -> capability.refusals(constants).size()));
    }

    private static Values constants(Step.Act act) {
        Map<String, Value> constants = new LinkedHashMap<>();
        act.inputs().forEach((name, input) -> {
            if (input instanceof Input.Constant constant) {
                constants.put(name, constant.value());
            }
        });
        return new Values(constants);
    }

    private Optional<Capability> byNamed(Step.Act act) {
        return bench(act.device()).map(one -> one.action(act.action())
                .map(Action::capability)
                .orElseThrow(() -> new IllegalArgumentException(
                        one.id() + " has no action " + act.action() + ", only " + one.actions())));
    }

    @Override
    public Optional<Capability> capability(Role role, Step.Act act) {
        return best(benches().filter(bench -> Suiting.suits(bench, role)), act);
    }

    Optional<Capability> analysis(String id) {
        return equipment.analyses().borrow(id).map(loan -> {
            try (loan) {
                return loan.plugin().capability();
            }
        });
    }

    @Override
    public Optional<Parameter> channel(String device, String channel) {
        return bench(device).map(one -> one.action(channel)
                .filter(Action::isReading)
                .map(action -> action.capability().outputs().get(0))
                .orElseThrow(() -> new IllegalArgumentException(one.id() + " has no channel " + channel + ", only "
                        + one.actions().stream().filter(Action::isReading).toList())));
    }
}
