package org.busbar.optimizers.designs;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Text;
import org.busbar.api.Value;

/** The options of a choice, each one an equal part of the range. */
record ChoiceAxis(Parameter.Choice parameter, boolean ordered) implements Axis {

    @Override
    public Value spread(double place) {
        int size = parameter.options().size();
        return new Text(parameter.options().get((int) Math.min(size - 1, Math.floor(place * size))));
    }

    @Override
    public List<Value> levels(int count) {
        return parameter.options().stream().<Value>map(Text::new).toList();
    }

    @Override
    public Value middle() {
        return new Text(parameter.options().get(0));
    }

    @Override
    public double place(Value value) {
        if (!(value instanceof Text text)) {
            throw new IllegalArgumentException(
                    name() + " = " + value + " is no word, and it is a choice among " + parameter.options());
        }
        int at = parameter.options().indexOf(text.text());
        int last = parameter.options().size() - 1;
        return at < 0 ? Double.NaN : last == 0 ? 0 : (double) at / last;
    }

    @Override
    public double distance(double a, double b) {
        return a == b ? 0 : ordered ? Math.abs(a - b) : 1;
    }
}
