package org.busbar.distribution.bench.studies.electrolyte;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Conductivities of LiPF6 in PC, EC and EMC at ten temperatures: Flores et al., Digital Discovery 1, 440 (2022), doi
 * 10.1039/D2DD00027J.
 */
public final class Electrolytes {

    private static final int COLUMNS = 5;

    private record Recipe(double share, double salt) {}

    private Electrolytes() {}

    /**
     * Reads the table of the folder with the data.
     *
     * @return by rising temperature; formulations in the order of the table, replicates together
     * @throws IllegalArgumentException if a line has too few cells
     */
    public static List<Temperature> read(Path data) throws IOException {
        Path file = data.resolve("hte_electrolyte/hte_electrolyte_flores2022.tsv");
        Map<Double, Map<Recipe, List<Double>>> measured = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(
                        file.getFileName() + ": '" + line + "' has " + cells.length + " cells, not " + COLUMNS);
            }
            Recipe recipe = new Recipe(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
            measured.computeIfAbsent(Double.parseDouble(cells[1]), t -> new LinkedHashMap<>())
                    .computeIfAbsent(recipe, r -> new ArrayList<>())
                    .add(Double.parseDouble(cells[4]));
        }
        return measured.entrySet().stream()
                .map(each -> temperature(each.getKey(), each.getValue()))
                .toList();
    }

    private static Temperature temperature(double kelvin, Map<Recipe, List<Double>> measured) {
        List<Formulation> formulations = new ArrayList<>();
        measured.forEach((recipe, values) -> formulations.add(new Formulation(recipe.share(), recipe.salt(), values)));
        return new Temperature(kelvin, formulations);
    }
}
