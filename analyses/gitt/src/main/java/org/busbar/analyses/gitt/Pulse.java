package org.busbar.analyses.gitt;

import java.util.ArrayList;
import java.util.List;

/**
 * Current of one direction and the rest after it.
 *
 * @param number counted from 1 in the recording
 * @param first index of its first step with current
 * @param rest index of the step at rest
 */
record Pulse(Recording recording, int number, int first, int rest) {

    /** All pulses with a rest behind them, in order. */
    static List<Pulse> of(Recording recording) {
        List<Step> steps = recording.steps();
        List<Pulse> pulses = new ArrayList<>();
        int first = 0;
        for (int i = 1; i < steps.size(); i++) {
            if (!goesOn(steps.get(i - 1), steps.get(i))) {
                first = i;
            } else if (steps.get(i).atRest()) {
                pulses.add(new Pulse(recording, pulses.size() + 1, first, i));
            }
        }
        return List.copyOf(pulses);
    }

    private static boolean goesOn(Step before, Step now) {
        return !before.atRest() && (now.atRest() || before.current() > 0 == now.current() > 0);
    }

    Step firstStep() {
        return recording.steps().get(first);
    }

    Step restStep() {
        return recording.steps().get(rest);
    }

    /** Whether the voltage is driven up. */
    boolean charges() {
        return firstStep().current() > 0;
    }

    /** First sample with current. */
    int from() {
        return firstStep().from();
    }

    /** The last sample of the rest. */
    int last() {
        return restStep().to() - 1;
    }

    /** The last sample with current. */
    int lastLoaded() {
        return restStep().from() - 1;
    }

    /** The last sample before the current if there is one, else the first with current. */
    int before() {
        return Math.max(0, from() - 1);
    }

    /** Seconds with current. */
    double duration() {
        return restStep().start() - firstStep().start();
    }

    /** Seconds at rest. */
    double restDuration() {
        return recording.time()[last()] - restStep().start();
    }

    /** Whether it is known when the current began. */
    boolean knowsStart() {
        return first > 0 || recording.knowsStart();
    }

    double voltage(int sample) {
        return recording.voltage()[sample];
    }
}
