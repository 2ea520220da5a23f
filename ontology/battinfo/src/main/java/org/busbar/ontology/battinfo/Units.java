package org.busbar.ontology.battinfo;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Unit;

/**
 * The units that EMMO has a class for, from {@code units.csv}.
 *
 * <p>IRIs come from the table, numbers are converted by UCUM: some multipliers in EMMO are wrong.
 */
final class Units {

    /**
     * A unit and its IRIs.
     *
     * @param qudt empty if EMMO links to none
     */
    record Known(Unit unit, String emmo, String qudt) {}

    private final List<Known> known;

    Units(List<Map<String, String>> rows) {
        known = rows.stream()
                .filter(row -> !Row.of(row, "emmo_iri").isEmpty())
                .map(Units::known)
                .toList();
    }

    private static Known known(Map<String, String> row) {
        String qudt = Row.of(row, "qudt_iri");
        return new Known(
                Unit.of(Row.of(row, "ucum")),
                Terms.exportable(Row.of(row, "emmo_iri")),
                qudt.isEmpty() ? "" : Terms.exportable(qudt));
    }

    /** That very unit; empty if EMMO has none of that code. */
    Optional<Known> exactly(Unit unit) {
        return known.stream().filter(each -> each.unit().equals(unit)).findFirst();
    }

    /** That unit or, if EMMO lacks it, the one nearest in size that measures the same; empty if there is none. */
    Optional<Known> nearest(Unit unit) {
        return exactly(unit).or(() -> known.stream()
                .filter(each -> each.unit().measuresSameAs(unit))
                .min(comparingDouble(each -> distance(each.unit(), unit))));
    }

    private static double distance(Unit one, Unit other) {
        return Math.abs(Math.log(one.factor() / other.factor()));
    }
}
