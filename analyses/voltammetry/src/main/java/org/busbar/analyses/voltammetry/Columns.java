package org.busbar.analyses.voltammetry;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.api.Parameter;
import org.busbar.api.Series;
import org.busbar.api.Values;

/** Lists as columns of outputs. */
final class Columns {

    private Columns() {}

    /** One number of each of them, in the unit of the output. */
    static <T> Series of(Parameter.Curve output, List<T> rows, ToDoubleFunction<T> number) {
        return new Series(rows.stream().mapToDouble(number).toArray(), output.unit());
    }

    /** The output or input of that name. */
    static Series series(Values values, Parameter.Curve curve) {
        return new Series(values.get(curve), curve.unit());
    }
}
