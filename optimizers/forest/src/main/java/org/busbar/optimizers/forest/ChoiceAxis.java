package org.busbar.optimizers.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;

/** A choice, one column per option: {@link #CHOSEN} for the chosen one and 0 for the others. */
record ChoiceAxis(Parameter.Choice choice) implements Axis {

    /** Makes the distance between two options 1, as between the ends of a number. */
    static final double CHOSEN = Math.sqrt(0.5);

    @Override
    public String name() {
        return choice.name();
    }

    @Override
    public int width() {
        return choice.options().size();
    }

    /** @throws IllegalArgumentException if the word is missing or not an option */
    @Override
    public void encode(Values point, double[] row, int at) {
        int option = choice.options().indexOf(point.get(choice));
        if (option < 0) {
            throw new IllegalArgumentException(choice.refusal(point.get(name())).orElseThrow());
        }
        choose(option, row, at);
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

    /** Draws another option with a probability of {@code size}, else leaves it. */
    @Override
    public void move(SplittableRandom random, double size, double[] row, int at) {
        if (random.nextDouble() < size) {
            draw(random, row, at);
        }
    }

    private void choose(int option, double[] row, int at) {
        Arrays.fill(row, at, at + width(), 0);
        row[at + option] = CHOSEN;
    }
}
