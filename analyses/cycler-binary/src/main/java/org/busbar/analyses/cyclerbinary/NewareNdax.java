package org.busbar.analyses.cyclerbinary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.analyses.files.CyclerTable;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality.Level;

/**
 * Neware .ndax of versions 14 and 16: a ZIP file with voltage and current of each sample in {@code data.ndc}, time and
 * counters of some samples in {@code data_runInfo.ndc}, steps in {@code data_step.ndc}, and files of sensors.
 */
final class NewareNdax {

    private NewareNdax() {}

    static Values read(Bytes file, long limit) throws IOException, InterruptedException {
        Map<String, Bytes> members = ZipMembers.of(file, limit);
        NdcFile samples = member(members, "data.ndc", NdcFile.SAMPLES);
        NdcLayout layout = NdcLayout.of(samples);
        int[] items = samples.items(8);
        NdaxSteps steps = NdaxSteps.of(member(members, "data_step.ndc", NdcFile.STEPS), layout);
        NdaxRecords records = new NdaxRecords(steps, current(samples, items, layout));
        records.read(member(members, "data_runInfo.ndc", NdcFile.RECORDS), layout);
        int filled = records.fill();
        double[] celsius = NdaxSensor.temperatures(members, layout, items.length);
        List<NewareRow> rows = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            double volt = layout.volt() * samples.data().single(items[i]);
            rows.add(records.row(i, volt, celsius[i]));
        }
        return flagged(NewareTable.of(rows, false), filled, items.length).values("neware-ndax", NewareTable.ORIGINS);
    }

    private static NdcFile member(Map<String, Bytes> members, String name, int type) {
        Bytes data = members.get(name);
        if (data == null) {
            throw new IllegalArgumentException("it has no " + name + " but " + members.keySet()
                    + "; the file is cut or of another make, so export it again, or with BTSDA as CSV");
        }
        return NdcFile.of(name, data, type);
    }

    private static double[] current(NdcFile samples, int[] items, NdcLayout layout) {
        double[] current = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            current[i] = layout.ampere() * samples.data().single(items[i] + 4);
        }
        return current;
    }

    private static CyclerTable flagged(CyclerTable table, int filled, int rows) {
        return filled == 0
                ? table
                : table.flag(
                        Level.OK,
                        "interpolated: the file holds no time and counters of " + filled + " of " + rows
                                + " rows, they are between those of their neighbours");
    }
}
