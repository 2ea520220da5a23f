package org.busbar.optimizers.search.space;

import java.util.Arrays;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.optimize.Column;

/** A choice, one column per option: {@link #CHOSEN} for the chosen one and 0 for the others; all 0 for no option of it. */
record OptionAxis(Parameter.Choice choice) implements Axis {

    /** Makes the distance between two options 1, as between the ends of a number. */
    static final double CHOSEN = Math.sqrt(0.5);

    @Override
    public int width() {
        return choice.options().size();
    }

    @Override
    public Column.Kind kind() {
        return Column.Kind.OPTION;
    }

    @Override
    public void encode(Value value, double[] row, int at) {
        write(coordinate(value), row, at);
    }

    @Override
    public double coordinate(Value value) {
        return place(choice, value);
    }

    /** The place of an option; NaN if it is none. */
    static double place(Parameter.Choice choice, Value value) {
        if (!(value instanceof Text text)) {
            throw new IllegalArgumentException(choice.refusal(value).orElse(choice.name() + " is not a word"));
        }
        int place = choice.options().indexOf(text.text());
        return place < 0 ? Double.NaN : place;
    }

    @Override
    public void write(double coordinate, double[] row, int at) {
        Arrays.fill(row, at, at + width(), 0);
        if (!Double.isNaN(coordinate)) {
            row[at + (int) coordinate] = CHOSEN;
        }
    }

    @Override
    public double read(double[] row, int at) {
        int best = 0;
        for (int i = 1; i < width(); i++) {
            if (row[at + i] > row[at + best]) {
                best = i;
            }
        }
        return row[at + best] > 0 ? best : Double.NaN;
    }

    @Override
    public Value decode(double coordinate) {
        return new Text(choice.options().get((int) coordinate));
    }
}
