package org.busbar.distribution.bench.studies.latp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is public of the sintering of LATP: Y. Zhao et al., Front. Mater. 9 (2022), doi 10.3389/fmats.2022.821817, and Y.
 * Zhao, dissertation, Karlsruhe Institute of Technology, 2024, table 4.2.
 */
public final class Published {

    /** The condition of the initial grid that was the best of it. */
    static final Condition BEST = new Condition(-7.5, 1000, 480);

    private static final double BEST_VALUE = 1.09e-3;
    private static final Condition STOICHIOMETRIC = new Condition(0, 900, 30);
    private static final double STOICHIOMETRIC_VALUE = 1e-3; // "about"
    private static final int CELLS = 6;

    private Published() {}

    /**
     * Reads the table of the folder with the data and adds the two values known of the initial grid.
     *
     * @return conductivities in S/cm
     * @throws IllegalArgumentException if a line has too few cells
     */
    public static Map<Condition, Double> read(Path data) throws IOException {
        Path file = data.resolve("latp/latp_published.csv");
        Map<Condition, Double> known = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            if (cells.length != CELLS) {
                throw new IllegalArgumentException(
                        file.getFileName() + ": '" + line + "' has " + cells.length + " cells, not " + CELLS);
            }
            Condition condition = new Condition(
                    Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
            known.put(condition, Double.parseDouble(cells[5]));
        }
        known.put(BEST, BEST_VALUE);
        known.put(STOICHIOMETRIC, STOICHIOMETRIC_VALUE);
        return known;
    }
}
