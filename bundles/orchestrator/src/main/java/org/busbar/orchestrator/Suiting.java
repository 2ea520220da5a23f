package org.busbar.orchestrator;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
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
        return role.actions().stream().allMatch(name -> bench.action(name)
                        .filter(action -> accepts(action, role.needs()))
                        .isPresent())
                && role.needs().keySet().stream()
                        .allMatch(need -> role.actions().stream().anyMatch(name -> has(bench, name, need)));
    }

    private static boolean has(Bench bench, String action, String input) {
        return bench.action(action).flatMap(one -> input(one, input)).isPresent();
    }

    private static boolean accepts(Action action, Map<String, Value> needs) {
        return needs.entrySet().stream().allMatch(need -> input(action, need.getKey())
                .map(parameter -> parameter.accepts(need.getValue()))
                .orElse(true));
    }

    private static Optional<Parameter> input(Action action, String name) {
        return action.capability().inputs().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
