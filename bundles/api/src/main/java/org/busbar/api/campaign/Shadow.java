package org.busbar.api.campaign;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;

/**
 * An optimizer that is asked the same questions and not obeyed.
 *
 * @param optimizer its {@code lab.id}; empty if nobody is asked any more
 * @param settings how it chooses
 * @param answers what it answered, oldest first, those of an earlier shadow included
 */
public record Shadow(String optimizer, Values settings, List<Answer> answers) {

    public Shadow {
        answers = List.copyOf(answers);
    }

    /**
     * What it answered to the question for one trial.
     *
     * @param trial the number of the trial
     * @param by who it was then
     * @param point what it would have tried; empty if it could not say
     * @param expected what it expected there
     * @param instead what it expected where the trial was made, before anybody knew
     * @param trouble why there is no answer; empty if there is one
     */
    public record Answer(int trial, Agent by, Values point, Values expected, Values instead, String trouble) {}
}
