package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;

/** A choice, one column per option: {@link #CHOSEN} for the chosen one and 0 for the others. */
record ChoiceAxis(Parameter.Choice choice) implements Axis {

    /** Makes the distance between two options 1, as between the ends of a number. */
    static final double CHOSEN = Math.sqrt(0.5);

    @Override
    public String name() {
        return choice.name();
    }

    @Override
    public Column.Kind kind() {
        return Column.Kind.OPTION;
    }

    @Override
    public int width() {
        return choice.options().size();
    }

    /**
     * A word that is no option now, since the space has changed, chooses none of them.
     *
     * @throws IllegalArgumentException if the word is missing
     */
    @Override
    public void encode(Values point, double[] row, int at) {
        choose(choice.options().indexOf(point.get(choice)), row, at);
    }

    @Override
    public Value decode(double[] row, int at) {
        int option = 0;
        while (row[at + option] == 0) {
            option++;
        }
        return new Text(choice.options().get(option));
    }

    @Override
    public void draw(SplittableRandom random, double[] row, int at) {
        choose(random.nextInt(width()), row, at);
    }

    /** Draws another option with a probability of {@code size}, or if there is none; else leaves it. */
    @Override
    public void move(SplittableRandom random, double size, double[] row, int at) {
        if (random.nextDouble() < size || !isChosen(row, at)) {
            draw(random, row, at);
        }
    }

    private void choose(int option, double[] row, int at) {
        Arrays.fill(row, at, at + width(), 0);
        if (option >= 0) {
            row[at + option] = CHOSEN;
        }
    }

    private boolean isChosen(double[] row, int at) {
        return IntStream.range(at, at + width()).anyMatch(i -> row[i] != 0);
    }
}
