package org.busbar.orchestrator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Errand;
import org.busbar.api.device.People;
import org.busbar.api.experiment.Settlement;
import org.jspecify.annotations.Nullable;

/** Devices that ask people in the middle of an action: what they ask is asked by the step that they do. */
final class Errands implements People {

    private static final Settlement WITHDRAWN = new Settlement.GiveUp("withdrawn");

    private final Map<String, Desk> desks = new ConcurrentHashMap<>();

    /** The step that a device does just now. */
    static final class Desk {

        private final Questions questions;
        private final String path;
        private final Capability action;
        private volatile boolean withdrawn;

        Desk(Questions questions, String path, Capability action) {
            this.questions = questions;
            this.path = path;
            this.action = action;
        }

        private boolean isAnsweredBy(List<Parameter> form) {
            return form.stream()
                    .map(Parameter::name)
                    .toList()
                    .equals(action.outputs().stream().map(Parameter::name).toList());
        }

        private @Nullable Settlement end() {
            return withdrawn ? WITHDRAWN : null;
        }
    }

    /** A device does a step from now on. */
    void open(String device, Desk desk) {
        desks.put(device, desk);
    }

    /** It does not any more; whatever it asks is withdrawn. */
    void close(String device, Desk desk) {
        desk.withdrawn = true;
        desks.remove(device, desk);
    }

    @Override
    public Values ask(Errand errand) throws DeviceException, InterruptedException {
        Desk desk = desks.get(errand.device());
        if (desk == null) {
            throw new DeviceException(errand.device() + " acts for no step just now, so nobody can be asked: "
                    + errand.text() + ". Have it done by a run");
        }
        Settlement answer = desk.questions.askForDevice(
                desk.path, errand.text(), errand.form(), desk.isAnsweredBy(errand.form()), desk::end);
        if (answer instanceof Settlement.Happened happened) {
            return happened.outputs();
        }
        if (desk.withdrawn) {
            throw new IllegalStateException("'" + errand.text() + "' was withdrawn: look how far it has come");
        }
        throw new DeviceException("A person refused '" + errand.text() + "': " + ((Settlement.GiveUp) answer).reason());
    }

    @Override
    public void withdraw(String device) {
        Desk desk = desks.get(device);
        if (desk != null) {
            desk.withdrawn = true;
        }
    }
}
