package org.busbar.api.analysis;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Run;

/**
 * What the analyses of a run found then, beside what they find now.
 *
 * @param run the run with the raw data
 * @param again the run that analysed them once more
 * @param state how far that has come
 * @param reason why it stands there
 * @param steps the analyses done so far, in their order
 * @param before what the run gave
 * @param after what it would give today; as {@code before} where nothing new has been found yet
 */
public record Reanalysis(
        String run, String again, Run.State state, String reason, List<Redone> steps, Values before, Values after) {

    public Reanalysis {
        steps = List.copyOf(steps);
    }

    /**
     * One analysis, done twice.
     *
     * @param step its path in the first run
     * @param then the plug-in of that time
     * @param now the plug-in of today
     */
    public record Redone(String step, Agent then, Agent now, Values before, Values after) {

        /** Whether both found the same, byte for byte. */
        public boolean isSame() {
            return before.equals(after);
        }
    }
}
