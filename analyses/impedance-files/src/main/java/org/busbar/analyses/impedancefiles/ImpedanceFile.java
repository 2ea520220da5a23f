package org.busbar.analyses.impedancefiles;

import static org.busbar.api.Parameter.artifact;
import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.note;
import static org.busbar.api.Parameter.whole;

import java.util.List;
import org.busbar.analyses.files.StoredFile;
import org.busbar.api.Capability;
import org.busbar.api.LabId;
import org.busbar.api.Parameter;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Parameter.Curve;
import org.busbar.api.Parameter.Note;
import org.busbar.api.Parameter.Whole;
import org.busbar.api.Quantity;
import org.busbar.api.Resource;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.analysis.Quality;
import org.busbar.api.artifact.Artifacts;
import org.busbar.api.chart.Chart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An impedance spectrum from a text file of any make of instrument, in the common form: Hz, Ohm, Ohm, the imaginary part
 * of a capacitor negative.
 *
 * <p>The make is found from the text itself. Blocks for the disk.
 */
@Component
@LabId("impedance-file")
public final class ImpedanceFile implements Analysis {

    static final Curve FREQUENCY = curve("frequency", "Hz");
    static final Curve REAL = curve("z_real", "Ohm");
    static final Curve IMAGINARY = curve("z_imag", "Ohm");
    static final Note FORMAT_FOUND = note("format");
    static final Note COLUMNS = note("columns");

    private static final Parameter.Artifact FILE = artifact("file", Parameter.Artifact.ANY_TYPE);
    private static final Choice FORMAT = choice("format", SpectrumFormat.choices());
    private static final Whole SEGMENT = whole("segment", 1, 1_000_000);
    private static final Whole MAX_BYTES = whole("max_bytes", 1, 8_000_000_000L);

    private static final Capability CAPABILITY = new Capability(
                    "impedance-file",
                    List.of(FILE, FORMAT, SEGMENT, MAX_BYTES),
                    List.of(FREQUENCY, REAL, IMAGINARY, FORMAT_FOUND, COLUMNS, Quality.OUTPUT))
            .byDefault(FORMAT.name(), new Text(SpectrumFormat.AUTO))
            .byDefault(SEGMENT.name(), Quantity.of(1, "1"))
            .byDefault(MAX_BYTES.name(), Quantity.of(512_000_000, "1"));

    private final Artifacts artifacts;

    /** Reads from that store. */
    @Activate
    public ImpedanceFile(@Reference Artifacts artifacts) {
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
        return new StoredFile(CAPABILITY.name(), artifacts, (Resource) all.get(FILE.name()), all.get(MAX_BYTES))
                .read(bytes -> SpectrumText.read(bytes, all.get(FORMAT), all.get(SEGMENT)));
    }

    @Override
    public List<Chart> charts(Values inputs, Values outputs) {
        CAPABILITY.checkOutputs(outputs);
        return SpectrumCharts.of(outputs.get(FREQUENCY), outputs.get(REAL), outputs.get(IMAGINARY));
    }
}
