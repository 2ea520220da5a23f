package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two sweeps that follow each other, with the main peak of each.
 *
 * @param number from 1
 * @param switching A, where the potential turns
 */
record Cycle(int number, Sweep sweep, Peak forward, Peak reverse, double switching) {

    /** The cycles both of whose sweeps have a peak. */
    static List<Cycle> of(List<Sweep> sweeps, List<Peak> peaks) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i + 1 < sweeps.size(); i += 2) {
            Optional<Peak> forward = Peaks.main(peaks, sweeps.get(i).number());
            Optional<Peak> reverse = Peaks.main(peaks, sweeps.get(i + 1).number());
            if (forward.isPresent() && reverse.isPresent()) {
                double switching = sweeps.get(i + 1).trace().current()[0];
                cycles.add(new Cycle(i / 2 + 1, sweeps.get(i), forward.get(), reverse.get(), switching));
            }
        }
        return cycles;
    }

    /** V. */
    double halfWave() {
        return (forward.potential() + reverse.potential()) / 2;
    }

    /** V, positive. */
    double separation() {
        return Math.abs(forward.potential() - reverse.potential());
    }

    /** Reverse over forward peak current, both read from zero. */
    double rawRatio() {
        return Math.abs(reverse.current() / forward.current());
    }

    /** R. S. Nicholson, Anal. Chem. 38, 1406 (1966), doi 10.1021/ac60242a030. */
    double ratio() {
        return rawRatio() + 0.485 * Math.abs(switching / forward.current()) + 0.086;
    }
}
