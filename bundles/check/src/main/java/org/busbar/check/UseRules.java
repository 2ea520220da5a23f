package org.busbar.check;

import java.util.List;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;

/** Checks that steps which have devices and positions for themselves use no others. */
final class UseRules {

    private final Findings findings;

    UseRules(Findings findings) {
        this.findings = findings;
    }

    /** What a nested sequence may use within the block: not its roles, for each sequence has its own. */
    static Step.Use passedOn(Step.Use use, Sequence from, Sequence to) {
        List<String> devices = use.devices().stream()
                .filter(device -> from.role(device).isEmpty() && to.role(device).isEmpty())
                .toList();
        return new Step.Use(use.id(), devices, use.positions(), use.steps());
    }

    void begun(Step.Use use, Scope scope) {
        scope.use()
                .ifPresent(around -> findings.add(
                        use.id(), "use", "it stands within " + around.id() + ", and one 'use' cannot hold another"));
        if (use.devices().isEmpty() && use.positions().isEmpty()) {
            findings.add(use.id(), "use", "it names neither a device nor a position");
        }
        if (use.devices().contains("")) {
            findings.add(use.id(), "use", "it must name the device; declare a role for any that will do");
        }
    }

    void asked(Step.Act act, Scope scope) {
        scope.use()
                .filter(use -> !use.devices().contains(act.device()))
                .ifPresent(use -> findings.add(
                        act.id(),
                        "device",
                        (act.device().isEmpty() ? "no device is named" : "device " + act.device() + " is not taken")
                                + ", and within " + use.id() + " there are only " + use.devices()));
    }

    void positions(Step step, Scope scope) {
        List<String> wanted = Certain.terms(step).positions();
        scope.use()
                .filter(use -> !use.positions().containsAll(wanted))
                .ifPresent(use -> findings.add(
                        step.id(),
                        "positions",
                        "not all of " + wanted + " are taken, and within " + use.id() + " there are only "
                                + use.positions()));
    }
}
