package ${package};

import java.util.Arrays;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.osgi.service.component.annotations.Component;

/** The slope of a signal over time, by a straight line of least squares. */
@Component
@LabId("${artifactId}")
public final class ${className} implements Analysis {
    private static final Parameter.Curve TIME = Parameter.curve("time", "s");
    private static final Parameter.Curve SIGNAL = Parameter.curve("signal", "V");
    private static final Parameter.Real SLOPE = Parameter.real("slope", "V/s");

    @Override
    public Capability capability() {
        return new Capability("${artifactId}", List.of(TIME, SIGNAL), List.of(SLOPE));
    }

    @Override
    public Values apply(Values inputs) {
        double[] t = inputs.get(TIME);
        double[] y = inputs.get(SIGNAL);
        if (t.length != y.length || t.length < 3) {
            throw new IllegalArgumentException("There are " + t.length + " times and " + y.length
                    + " signals: a slope and its uncertainty need as many of both, 3 or more");
        }
        double meanT = Arrays.stream(t).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double tt = 0;
        double ty = 0;
        for (int i = 0; i < t.length; i++) {
            tt += (t[i] - meanT) * (t[i] - meanT);
            ty += (t[i] - meanT) * (y[i] - meanY);
        }
        if (!(tt > 0)) {
            throw new IllegalArgumentException("All times are " + t[0] + " s: there is no slope");
        }
        double slope = ty / tt;
        double squares = 0;
        for (int i = 0; i < t.length; i++) {
            squares += Math.pow(y[i] - meanY - slope * (t[i] - meanT), 2);
        }
        double uncertainty = Math.sqrt(squares / (t.length - 2) / tt); // one standard deviation
        return Values.of("slope", Quantity.of(slope, uncertainty, "V/s"));
    }
}
