package org.busbar.helao;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;

/** The highest current and where it was measured. */
final class PeakAnalysis implements Analysis {

    private static final Parameter.Curve CURRENT = Parameter.curve("current", "A");

    @Override
    public Capability capability() {
        return new Capability(
                "peak", List.of(CURRENT, Parameter.real("x", "mm")), List.of(Parameter.real("height", "A")));
    }

    @Override
    public Values apply(Values in) {
        return Values.of(
                "height", Quantity.of(Arrays.stream(in.get(CURRENT)).max().orElseThrow(), "A"));
    }
}
