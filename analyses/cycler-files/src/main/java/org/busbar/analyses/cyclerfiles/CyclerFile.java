package org.busbar.analyses.cyclerfiles;

import static org.busbar.api.Parameter.artifact;
import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.analyses.files.StoredFile;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Cycling data from a text file of any make of cycler, in the common form: s, V, A positive in charge.
 *
 * <p>The make is found from the text itself unless it is given. Blocks for the disk.
 */
@Component
@LabId("cycler-file")
public final class CyclerFile implements Analysis {

    static final String AUTO = "auto";

    private static final Parameter.Artifact FILE = artifact("file", Parameter.Artifact.ANY_TYPE);
    private static final Choice FORMAT = choice("format", Make.choices());
    private static final Choice POSITIVE = choice("positive", AUTO, "charge", "discharge");
    private static final Choice TIME_UNIT = choice("time_unit", AUTO, "s", "ms", "min", "h");
    private static final Choice VOLTAGE_UNIT = choice("voltage_unit", AUTO, "V", "mV");
    private static final Choice CURRENT_UNIT = choice("current_unit", AUTO, "A", "mA", "uA");
    private static final Whole MAX_BYTES = whole("max_bytes", 1, 8_000_000_000L);

    private static final Text AUTOMATIC = new Text(AUTO);
    private static final Capability CAPABILITY = new Capability(
                    "cycler-file",
                    List.of(FILE, FORMAT, POSITIVE, TIME_UNIT, VOLTAGE_UNIT, CURRENT_UNIT, MAX_BYTES),
                    CyclerTable.outputs())
            .byDefault(FORMAT.name(), AUTOMATIC)
            .byDefault(POSITIVE.name(), AUTOMATIC)
            .byDefault(TIME_UNIT.name(), AUTOMATIC)
            .byDefault(VOLTAGE_UNIT.name(), AUTOMATIC)
            .byDefault(CURRENT_UNIT.name(), AUTOMATIC)
            .byDefault(MAX_BYTES.name(), Quantity.of(512_000_000, "1"));

    private final Artifacts artifacts;

    /** Reads from that store. */
    @Activate
    public CyclerFile(@Reference Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    @Override
    public Values apply(Values inputs) throws InterruptedException {
        Values all = CAPABILITY.completed(inputs);
        CAPABILITY.check(all);
        Told told = new Told(
                all.get(FORMAT), all.get(POSITIVE), all.get(TIME_UNIT), all.get(VOLTAGE_UNIT), all.get(CURRENT_UNIT));
        return new StoredFile(CAPABILITY.name(), artifacts, (Resource) all.get(FILE.name()), all.get(MAX_BYTES))
                .read(bytes -> CyclerText.read(bytes, told));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return CyclerCharts.of(outputs);
    }
}
