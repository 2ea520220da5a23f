package org.busbar.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Step;

/** Checks the roles of a sequence. */
final class Roles {

    private final Sources sources;
    private final Findings findings;

    Roles(Sources sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    void check() {
        Set<String> names = new HashSet<>();
        for (Role role : sources.sequence().roles()) {
            if (!names.add(role.name())) {
                findings.add("", field(role), "two roles are named " + role.name());
            }
            check(role);
        }
    }

    private static String field(Role role) {
        return "devices." + role.name();
    }

    private void check(Role role) {
        Names.fault(role.name()).ifPresent(fault -> findings.add("", field(role), fault));
        if (role.actions().isEmpty()) {
            findings.add("", field(role), "a role needs at least one action that its device can do");
        }
        List<Optional<Capability>> can = new ArrayList<>();
        for (String action : role.actions()) {
            Step asked = new Step.Act(role.name(), action, role.name(), inputs(role));
            sources.refusal(asked).ifPresent(reason -> findings.add("", field(role) + ".can", reason));
            can.add(sources.capability(asked));
        }
        if (can.stream().allMatch(Optional::isPresent)) {
            List<Capability> all = can.stream().flatMap(Optional::stream).toList();
            role.needs().forEach((name, value) -> needs(role, name, value, all));
        }
    }

    private static Map<String, Input> inputs(Role role) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        role.needs().forEach((name, value) -> inputs.put(name, new Input.Constant(value)));
        return inputs;
    }

    private void needs(Role role, String name, Value value, List<Capability> can) {
        List<Parameter> inputs = can.stream()
                .flatMap(capability -> Sources.find(capability.inputs(), name).stream())
                .toList();
        if (inputs.isEmpty()) {
            findings.add("", field(role) + ".needs." + name, "none of " + role.actions() + " takes " + name);
        }
        inputs.stream()
                .flatMap(input -> input.refusal(value).stream())
                .findFirst()
                .ifPresent(refusal -> findings.add("", field(role) + ".needs." + name, refusal));
    }

    /** Checks that an action belongs to the role that it is asked of. */
    void asked(Step.Act act) {
        sources.sequence()
                .role(act.device())
                .filter(role -> !role.actions().contains(act.action()))
                .ifPresent(role -> findings.add(
                        act.id(),
                        "action",
                        "role " + role.name() + " has no action " + act.action() + ", only " + role.actions()));
    }
}
