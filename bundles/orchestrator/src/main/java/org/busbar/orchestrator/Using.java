package org.busbar.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Values;
import org.busbar.api.experiment.Role;
import org.busbar.api.experiment.Step;

/** Keeps devices and positions for the steps of one use. */
final class Using {

    private final Branch branch;
    private final Step.Use use;
    private final Frame frame;
    private final Resources resources;

    Using(Branch branch, Step.Use use, Frame frame) {
        this.branch = branch;
        this.use = use;
        this.frame = frame;
        this.resources = branch.equipment().resources();
    }

    void run(Interpreter interpreter) throws InterruptedException {
        String path = frame.path(use.id());
        if (branch.history().take(path).done() != null) {
            interpreter.steps(use.steps(), frame); // all of them are done
            return;
        }
        branch.checkpoint(path);
        Ticket ticket = new Ticket(
                wants(),
                Set.copyOf(use.positions()),
                branch.run().askedBy(),
                branch.run().priority());
        if (!resources.tryTake(ticket)) {
            branch.flush();
            resources.take(ticket, detail -> branch.control().tell(path, detail));
        }
        branch.control().done(path);
        try {
            interpreter.steps(use.steps(), frame.using(cast(ticket.granted().orElseThrow())));
            interpreter.ended(path, "use", Values.none());
        } finally {
            resources.giveBack(ticket);
        }
    }

    private List<Ticket.Want> wants() {
        List<Ticket.Want> wants = new ArrayList<>();
        for (String name : use.devices()) {
            String device = frame.device(name);
            Optional<Role> role = frame.sequence().role(name);
            wants.add(role.isPresent() && device.equals(name) ? Suiting.want(role.get()) : Ticket.Want.named(device));
        }
        return wants;
    }

    private Map<String, String> cast(List<String> granted) {
        Map<String, String> devices = new HashMap<>();
        for (int i = 0; i < granted.size(); i++) {
            String name = use.devices().get(i);
            devices.put(name, granted.get(i));
            if (frame.casting().isRole(name)) {
                frame.casting().cast(name, granted.get(i));
            }
        }
        return devices;
    }
}
