package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.optimizers.search.numeric.Sobol;
import org.osgi.service.component.annotations.Component;

/** The runs to be made for {@link SobolFromTable}: a {@link Saltelli} design of scrambled Sobol points. */
@Component
@LabId("sobol-design")
public final class SobolDesign implements Analysis {

    private static final String NAME = "sobol-design";
    private static final Parameter.Whole SAMPLES = whole("samples", 2, 1 << 20);
    private static final Parameter.Choice SECOND_ORDER = choice("second_order", "no", "yes");

    private static final Capability CAPABILITY = Asked.byDefault(new Capability(
                    NAME,
                    List.of(
                            TableInput.INPUTS,
                            Ranges.LOW,
                            Ranges.HIGH,
                            Ranges.DISTRIBUTIONS,
                            SAMPLES,
                            SECOND_ORDER,
                            Asked.SEED),
                    DesignOutputs.ALL))
            .byDefault(SAMPLES.name(), Quantity.of(1024, "1"))
            .byDefault(SECOND_ORDER.name(), new Text("no"));

    /** Ready to use. */
    public SobolDesign() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Ranges ranges = DesignOutputs.ranges(NAME, all);
        Saltelli design = new Saltelli(ranges.size(), all.get(SECOND_ORDER).equals("yes"));
        int samples = (int) all.get(SAMPLES);
        DesignOutputs outputs = new DesignOutputs(NAME, ranges, (long) samples * design.block());
        requireDimensions(2 * ranges.size());
        Sobol points = new Sobol(2 * ranges.size(), Asked.stream(all, 0));
        for (int block = 0; block < samples; block++) {
            Bootstrap.requireTime();
            outputs.add(design.runs(points.next()));
        }
        return outputs.values((samples & (samples - 1)) == 0, samples);
    }

    private static void requireDimensions(int dimensions) {
        if (dimensions > Sobol.DIMENSIONS) {
            throw new IllegalArgumentException(NAME + ": " + dimensions / 2 + " inputs are above the limit of "
                    + Sobol.DIMENSIONS / 2 + "; leave out those that a morris screening shows to be idle");
        }
    }
}
