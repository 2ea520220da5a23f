package org.busbar.lab;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** What the exchange of a bundle would touch. */
record PluginImpact(Orchestrator orchestrator) {

    /** The devices that would pause. */
    List<String> devices(@Nullable Bundle bundle) {
        return bundle == null
                ? List.of()
                : Bundles.devices(bundle).stream().map(Agents::id).sorted().toList();
    }

    /** The open runs that use these devices, or may. */
    List<String> runs(List<String> devices) {
        Set<String> actions = actions(devices);
        return orchestrator.open().stream()
                .map(progress -> progress.run())
                .filter(run -> uses(run.sequence(), devices, actions))
                .map(run -> run.id())
                .toList();
    }

    private Set<String> actions(List<String> devices) {
        return orchestrator.stations().stream()
                .filter(station -> devices.contains(station.id()))
                .flatMap(station -> station.actions().stream())
                .map(Capability::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean uses(Sequence sequence, List<String> devices, Set<String> actions) {
        return sequence.steps().stream().anyMatch(step -> uses(sequence, step, devices, actions))
                || sequence.cleanup().stream().anyMatch(step -> uses(sequence, step, devices, actions));
    }

    private static boolean uses(Sequence sequence, Step step, List<String> devices, Set<String> actions) {
        if (step instanceof Step.Act act) {
            boolean isOpen =
                    act.device().isEmpty() || sequence.role(act.device()).isPresent();
            return isOpen ? actions.contains(act.action()) : devices.contains(act.device());
        }
        if (step instanceof Step.Nested nested) {
            return uses(nested.sequence(), devices, actions);
        }
        return step.blocks().stream().flatMap(List::stream).anyMatch(inner -> uses(sequence, inner, devices, actions));
    }
}
