package org.busbar.analyses.cyclerbinary;

import static org.busbar.api.Parameter.artifact;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.analyses.files.StoredFile;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Note;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Cycling data from a binary file of Neware (.nda, .ndax) or BioLogic (.mpr), in the common form: s, V, A positive in
 * charge.
 *
 * <p>The form is found from the first bytes. The file is read into memory. Blocks for the disk.
 */
@Component
@LabId("cycler-binary-file")
public final class CyclerBinaryFile implements Analysis {

    private static final Parameter.Artifact FILE = artifact("file", Parameter.Artifact.ANY_TYPE);
    private static final Note TIME_ZONE = new Note("time_zone", 100, "");
    private static final Whole MAX_BYTES = whole("max_bytes", 1, 1_000_000_000);

    private static final Capability CAPABILITY = new Capability(
                    "cycler-binary-file", List.of(FILE, TIME_ZONE, MAX_BYTES), CyclerTable.outputs())
            .byDefault(TIME_ZONE.name(), new Text(""))
            .byDefault(MAX_BYTES.name(), Quantity.of(256_000_000, "1"));

    private final Artifacts artifacts;

    /** Reads from that store. */
    @Activate
    public CyclerBinaryFile(@Reference Artifacts artifacts) {
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
        long limit = all.get(MAX_BYTES);
        ClockZone zone =
                ClockZone.of(CAPABILITY.name(), all.get(TIME_ZONE.name()).toString());
        return new StoredFile(CAPABILITY.name(), artifacts, (Resource) all.get(FILE.name()), limit)
                .read(bytes -> BinaryForm.read(Bytes.of(bytes.readAllBytes()), zone, limit));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return List.of(chart(outputs, "voltage", "V"), chart(outputs, "current", "A"));
    }

    private static Chart chart(Values outputs, String name, String ucum) {
        return new Chart(
                name,
                name + " against test time",
                Axis.linear("test time", "h"),
                Axis.linear(name, ucum),
                new Layer.Line(
                        name, (Series) outputs.get("test_time"), (Series) outputs.get(name), Layer.Stroke.SOLID));
    }
}
