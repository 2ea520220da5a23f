package org.busbar.orchestrator;

import java.util.Collection;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Role;

/** Which devices will do for a step that names none. */
final class Suiting {

    private Suiting() {}

    /** Any device that has the action and accepts the inputs; if none at hand accepts them, any that has the action. */
    static Ticket.Want want(String action, Values inputs, Collection<Bench> benches) {
        boolean accepted = benches.stream().anyMatch(bench -> accepts(bench, action, inputs));
        return new Ticket.Want(
                "",
                "a device that can " + action,
                bench -> accepted
                        ? accepts(bench, action, inputs)
                        : bench.action(action).isPresent());
    }

    private static boolean accepts(Bench bench, String action, Values inputs) {
        return bench.action(action)
                .map(Action::capability)
                .filter(capability -> capability.refusals(inputs).isEmpty())
                .isPresent();
    }

    /** Any device that can play the role. */
    static Ticket.Want want(Role role) {
        return new Ticket.Want("", "a device for the role " + role.name(), bench -> suits(bench, role));
    }

    static boolean suits(Bench bench, Role role) {
        return role.isPlayedBy(bench.actions().stream().map(Action::capability).toList());
    }
}
