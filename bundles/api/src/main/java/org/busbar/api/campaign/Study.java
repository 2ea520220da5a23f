package org.busbar.api.campaign;

import java.util.List;

/**
 * How much faster than random an optimizer finds what is good in a table of known results.
 *
 * @param candidates rows of the table
 * @param repetitions how often it was tried, each time from other random rows
 * @param start how many random rows each repetition began with
 * @param targets what had to be found
 * @param randomBest the mean best value after 1, 2, 3 ... tries at random, exact over all orders
 * @param optimizerBest the mean best value after as many tries of the optimizer
 */
public record Study(
        String optimizer,
        int candidates,
        int repetitions,
        int start,
        List<Target> targets,
        List<Double> randomBest,
        List<Double> optimizerBest) {

    public Study {
        targets = List.copyOf(targets);
        randomBest = List.copyOf(randomBest);
        optimizerBest = List.copyOf(optimizerBest);
    }

    /**
     * One thing to find, and the tries it took.
     *
     * @param name such as "the best row"
     * @param random tries random search needs in expectation
     * @param tries tries of the optimizer, mean over the repetitions
     * @param factor the acceleration factor: {@code random / tries}
     * @param low lower end of its 95 % bootstrap interval
     * @param high upper end
     */
    public record Target(String name, double random, double tries, double factor, double low, double high) {}
}
