package org.busbar.analyses.seigrowth;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.busbar.api.Parameter.Real;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/** The run table of the example: 256 scrambled Sobol points of the thirteen varied inputs, with what the model gives. */
final class SeiTable {

    static final Path FILE = Path.of("../../distribution/examples/sei-growth/tables/sei_runs.csv");
    static final List<Real> VARIED = SeiInputs.ALL.stream()
            .filter(input -> !input.equals(SeiInputs.FILM_CONDUCTIVITY))
            .toList();

    private static final int RUNS = 256;
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private SeiTable() {}

    /** Writes the file anew; the working directory is that of the module. */
    public static void main(String... arguments) throws IOException {
        Files.writeString(FILE, csv());
    }

    static String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(VARIED.stream().map(SeiTable::heading).collect(Collectors.joining(","))
                + ",sei_thickness [nm],capacity_loss [%]");
        Sobol points = new Sobol(VARIED.size(), Keyed.of(0));
        for (int run = 0; run < RUNS; run++) {
            lines.add(line(inputs(points.next())));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The inputs at a place of the unit cube, to six digits as they stand in the file. */
    static Values inputs(double[] unit) {
        Values inputs = Values.none();
        for (int i = 0; i < unit.length; i++) {
            Real input = VARIED.get(i);
            double exact = input.min() + unit[i] * (input.max() - input.min());
            double rounded = new BigDecimal(exact).round(SIX_DIGITS).doubleValue();
            inputs = inputs.with(input.name(), Quantity.of(rounded, input.unit().ucum()));
        }
        return inputs;
    }

    private static String heading(Real input) {
        return input.name() + " [" + input.unit().ucum() + "]";
    }

    private static String line(Values inputs) {
        Values outputs = new SeiGrowth().apply(inputs);
        String numbers = VARIED.stream()
                .map(input -> Double.toString(inputs.quantity(input.name()).value()))
                .collect(Collectors.joining(","));
        return numbers + "," + outputs.quantity("sei_thickness").value() + ","
                + outputs.quantity("capacity_loss").value();
    }
}
