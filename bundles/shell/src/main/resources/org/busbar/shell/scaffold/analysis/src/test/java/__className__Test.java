package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

class ${className}Test implements AnalysisContract {
    @Override
    public Analysis analysis() {
        return new ${className}();
    }

    @Override
    public List<Values> examples() {
        return List.of(inputs(1, 3.1, 4.9, 7));
    }

    private static Values inputs(double... signal) {
        return Values.of("time", Series.of("s", 0, 1, 2, 3)).with("signal", Series.of("V", signal));
    }

    @Test
    void gives_the_slope_of_a_line() {
        assertEquals(2, new ${className}().apply(inputs(1, 3, 5, 7)).quantity("slope").in("V/s"), 1e-12);
    }

    @Test
    void refuses_signals_without_times() {
        assertThrows(IllegalArgumentException.class, () -> new ${className}().apply(inputs(1, 3, 5)));
    }
}
