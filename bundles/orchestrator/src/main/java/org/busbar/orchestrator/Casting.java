package org.busbar.orchestrator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/**
 * Which device plays which role of one sequence of a run: decided when it is needed first, and kept for all later
 * executions at the same place. Safe for use by many threads.
 */
final class Casting {

    private final Sequence sequence;
    private final Map<String, String> devices = new ConcurrentHashMap<>();

    /**
     * Takes over who played the roles before the server was stopped.
     *
     * @param prefix of the paths of the sequence's steps
     */
    Casting(Sequence sequence, String prefix, RunHistory history) {
        this.sequence = sequence;
        if (!sequence.roles().isEmpty()) {
            recall(sequence.steps(), Paths.place(prefix), history);
        }
    }

    private void recall(List<Step> steps, String place, RunHistory history) {
        for (Step step : steps) {
            if (step instanceof Step.Act act && isRole(act.device())) {
                String device = history.device(place + act.id());
                if (device != null) {
                    devices.putIfAbsent(act.device(), device);
                }
            }
            String inside = step instanceof Step.Repeat ? place + step.id() + "/" : place;
            step.blocks().forEach(block -> recall(block, inside, history));
        }
    }

    boolean isRole(String name) {
        return sequence.role(name).isPresent();
    }

    /** The device that plays the role; null if that is not decided, or it is no role. */
    @Nullable
    String device(String role) {
        return devices.get(role);
    }

    void cast(String role, String device) {
        devices.putIfAbsent(role, device);
    }
}
