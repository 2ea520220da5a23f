package org.busbar.optimizers.search.space;

import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.optimize.Column;

/** A choice whose options stand in an order, as the share of the way from the first to the last; no option is half-way. */
record OrderedAxis(Parameter.Choice choice) implements Axis {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Column.Kind kind() {
        return Column.Kind.NUMBER;
    }

    @Override
    public void encode(Value value, double[] row, int at) {
        double place = coordinate(value);
        write(Double.isNaN(place) ? last() / 2 : place, row, at);
    }

    @Override
    public double coordinate(Value value) {
        return OptionAxis.place(choice, value);
    }

    @Override
    public void write(double coordinate, double[] row, int at) {
        row[at] = last() == 0 ? 0 : coordinate / last();
    }

    @Override
    public double read(double[] row, int at) {
        return row[at] * last();
    }

    @Override
    public Value decode(double coordinate) {
        return new Text(choice.options().get((int) coordinate));
    }

    private double last() {
        return choice.options().size() - 1;
    }
}
