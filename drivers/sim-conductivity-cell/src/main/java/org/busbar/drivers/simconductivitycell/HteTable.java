package org.busbar.drivers.simconductivitycell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measured conductivities of LiPF6 in EC, PC and EMC: 85 formulations at ten temperatures, means of the replicates.
 *
 * <p>Source: BIG-MAP/SR-electrolytes (MIT); Flores et al., Digital Discovery 1 (2022) 440, doi:10.1039/D2DD00027J;
 * Rahmanian et al., Sci. Data 10 (2023) 43, doi:10.1038/s41597-023-01936-3.
 */
final class HteTable {

    private static final String RESOURCE = "hte_electrolyte.csv";

    /**
     * One formulation.
     *
     * @param r PC / (PC + EC) by mass
     * @param c LiPF6 per kg of solvent, mol/kg
     * @param kappa conductivity, mS/cm
     */
    record Row(double r, double c, double kappa) {}

    private HteTable() {}

    /** The rows by temperature in K, ascending. */
    static SortedMap<Double, List<Row>> byTemperature() {
        try (InputStream in = Objects.requireNonNull(HteTable.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .limit(4)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .collect(Collectors.groupingBy(
                            number -> number[0],
                            TreeMap::new,
                            Collectors.mapping(
                                    number -> new Row(number[1], number[2], number[3]), Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " in the bundle of the conductivity cell cannot be read", e);
        }
    }
}
