package org.busbar.analyses.sensitivity;

import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.tables.TableInput;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.optimizers.search.numeric.Keyed;
import org.osgi.service.component.annotations.Component;

/** The runs to be made for {@link MorrisFromTable}: {@link Trajectories} over a grid. */
@Component
@LabId("morris-design")
public final class MorrisDesign implements Analysis {

    private static final String NAME = "morris-design";
    private static final Parameter.Whole TRAJECTORIES = whole("trajectories", 2, 100_000);
    private static final Parameter.Whole LEVELS = whole("levels", 2, 100);

    private static final Capability CAPABILITY = Asked.byDefault(new Capability(
                    NAME,
                    List.of(
                            TableInput.INPUTS,
                            Ranges.LOW,
                            Ranges.HIGH,
                            Ranges.DISTRIBUTIONS,
                            TRAJECTORIES,
                            LEVELS,
                            Asked.SEED),
                    DesignOutputs.ALL))
            .byDefault(TRAJECTORIES.name(), Quantity.of(20, "1"))
            .byDefault(LEVELS.name(), Quantity.of(4, "1"));

    /** Ready to use. */
    public MorrisDesign() {}

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Ranges ranges = DesignOutputs.ranges(NAME, all);
        Trajectories trajectories = new Trajectories(ranges.size(), levels(all));
        int count = (int) all.get(TRAJECTORIES);
        DesignOutputs outputs = new DesignOutputs(NAME, ranges, (long) count * (ranges.size() + 1));
        Keyed stream = Asked.stream(all, 0);
        for (int walk = 0; walk < count; walk++) {
            Bootstrap.requireTime();
            outputs.add(trajectories.walk(stream.at(walk)));
        }
        return outputs.values(true, count);
    }

    private static int levels(Values inputs) {
        int levels = (int) inputs.get(LEVELS);
        if (levels % 2 != 0) {
            throw new IllegalArgumentException(NAME + ": levels = " + levels
                    + " is odd, so that steps would not reach all levels equally often; give an even number such as 4");
        }
        return levels;
    }
}
