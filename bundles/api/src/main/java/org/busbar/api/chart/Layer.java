package org.busbar.api.chart;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Unit;

/**
 * One thing shown in a chart. Columns of one layer are equally long; a number that is NaN is a gap. Layers must be told
 * apart without colour: by mark, by stroke, by label.
 */
public sealed interface Layer {

    /** What the legend says; empty if it says nothing. */
    String label();

    /**
     * Passes if this can be shown on these axes.
     *
     * @throws IllegalArgumentException if columns differ in length, or units do not convert to those of the axes
     */
    void check(Axis x, Axis y);

    /** How a line is drawn. */
    enum Stroke {
        SOLID,
        DASHED,
        DOTTED
    }

    /** How a point is drawn. */
    enum Mark {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        CROSS,
        FILLED_CIRCLE
    }

    /** Points joined in the order given. */
    record Line(String label, Series x, Series y, Stroke stroke) implements Layer {
        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, onX, x);
            requireNumbers(this, onY, y);
            requireLength(this, x.size(), y.size());
        }
    }

    /**
     * Points by themselves.
     *
     * @param error one standard deviation of {@code y} up and down, in a unit of differences of {@code y}; NaN or empty
     *     where there is none
     * @param names what is written beside each point, empty for nothing; or no names at all
     */
    record Points(String label, Series x, Series y, Series error, List<String> names, Mark mark) implements Layer {

        public Points {
            names = List.copyOf(names);
        }

        /** Points without errors and names. */
        public Points(String label, Series x, Series y, Mark mark) {
            this(label, x, y, new Series(new double[0], y.unit()), List.of(), mark);
        }

        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, onX, x);
            requireNumbers(this, onY, y);
            requireNumbers(this, onY, error);
            requireLength(this, x.size(), y.size());
            if (error.size() > 0) {
                requireLength(this, x.size(), error.size());
            }
            if (!names.isEmpty()) {
                requireLength(this, x.size(), names.size());
            }
        }
    }

    /** What lies between two curves, such as an interval of confidence. */
    record Band(String label, Series x, Series low, Series high) implements Layer {
        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, onX, x);
            requireNumbers(this, onY, low);
            requireNumbers(this, onY, high);
            requireLength(this, x.size(), low.size());
            requireLength(this, x.size(), high.size());
        }
    }

    /**
     * Lying bars, one for each name, from 0; the vertical axis is one of names.
     *
     * @param low the lower end of the interval of each value; empty if there are none
     * @param high the upper end; as many as {@code low}
     */
    record Bars(String label, List<String> names, Series values, Series low, Series high) implements Layer {

        public Bars {
            names = List.copyOf(names);
        }

        /** Bars without intervals. */
        public Bars(String label, List<String> names, Series values) {
            this(
                    label,
                    names,
                    values,
                    new Series(new double[0], values.unit()),
                    new Series(new double[0], values.unit()));
        }

        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, onX, values);
            requireNumbers(this, onX, low);
            requireNumbers(this, onX, high);
            if (onY.scale() != Axis.Scale.NAMES) {
                throw new IllegalArgumentException(label + ": bars need a vertical axis of names");
            }
            requireLength(this, names.size(), values.size());
            requireLength(this, low.size(), high.size());
            if (low.size() > 0) {
                requireLength(this, values.size(), low.size());
            }
        }
    }

    /**
     * A straight line across the whole chart.
     *
     * @param at where
     * @param level whether it is level, with {@code at} on the vertical axis; else upright
     */
    record Rule(String label, double at, Unit unit, boolean level, Stroke stroke) implements Layer {
        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, level ? onY : onX, new Series(new double[] {at}, unit));
        }
    }

    /**
     * A map: the shade of each cell of a regular grid stands for a number.
     *
     * @param x the middle of each cell
     * @param y the middle of each cell
     * @param values as many; their unit is shown beside the shades
     */
    record Cells(String label, Series x, Series y, Series values) implements Layer {
        @Override
        public void check(Axis onX, Axis onY) {
            requireNumbers(this, onX, x);
            requireNumbers(this, onY, y);
            requireLength(this, x.size(), y.size());
            requireLength(this, x.size(), values.size());
        }
    }

    private static void requireNumbers(Layer layer, Axis axis, Series column) {
        if (axis.scale() == Axis.Scale.NAMES || !column.unit().measuresSameAs(axis.unit())) {
            throw new IllegalArgumentException(layer.label() + ": numbers in "
                    + column.unit().ucum() + " cannot be shown on the axis '" + axis.label() + "' in "
                    + (axis.scale() == Axis.Scale.NAMES ? "names" : axis.unit().ucum()));
        }
    }

    private static void requireLength(Layer layer, int wanted, int found) {
        if (wanted != found) {
            throw new IllegalArgumentException(
                    layer.label() + ": columns of " + wanted + " and of " + found + " do not belong together");
        }
    }
}
