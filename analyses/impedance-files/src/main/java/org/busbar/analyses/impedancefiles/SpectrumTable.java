package org.busbar.analyses.impedancefiles;

import java.util.Arrays;
import java.util.List;
import org.busbar.analyses.files.DecimalMark;
import org.busbar.analyses.files.Delimiter;
import org.busbar.analyses.files.Heading;
import org.jspecify.annotations.Nullable;

/**
 * One table of impedance while its rows are read. A row that is shorter than one before waits until it is known whether
 * it is the last one, for that is cut. For one thread.
 */
final class SpectrumTable {

    private static final double[] NO_POINT = {Double.NaN, Double.NaN, Double.NaN};

    private final Spectrum spectrum = new Spectrum();
    private SpectrumLayout layout;
    private @Nullable Delimiter delimiter;
    private int widest;
    private double @Nullable [] waiting;
    private long waitingLine;

    SpectrumTable(SpectrumLayout layout) {
        this.layout = layout;
    }

    SpectrumLayout layout() {
        return layout;
    }

    Spectrum spectrum() {
        return spectrum;
    }

    /** Whether a row was found already. */
    boolean hasRows() {
        return widest > 0;
    }

    /** Takes a row that has all three numbers; false for any other line. */
    boolean takePoint(String line, long number) {
        List<String> cells = cells(line);
        double[] numbers = numbers(cells);
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            return false;
        }
        add(layout.point(numbers[0], numbers[1], numbers[2]), number, cells.size());
        delimiter = TableLine.delimiter(line);
        return true;
    }

    /** Takes a row that is no point, or units below the headings; false for a line that does not belong to the table. */
    boolean takeOther(String line, long number) {
        List<String> cells = cells(line);
        boolean wide = cells.size() > layout.lastIndex();
        if (!hasRows() && !(wide && someNumber(cells))) {
            takeUnits(cells);
            return true;
        }
        if (wide && cells.size() >= widest || beginsWithNumber(cells)) {
            add(NO_POINT, number, cells.size());
            return true;
        }
        return false;
    }

    /** Tells that a row or other line follows. */
    void goOn() {
        if (waiting != null) {
            spectrum.add(waiting, waitingLine);
            waiting = null;
        }
    }

    /** Tells that the file ends here. */
    void end() {
        if (waiting != null) {
            spectrum.addTruncated();
            waiting = null;
        }
    }

    private void add(double[] point, long number, int width) {
        if (width < widest) {
            waiting = point;
            waitingLine = number;
        } else {
            spectrum.add(point, number);
        }
        widest = Math.max(widest, width);
    }

    private List<String> cells(String line) {
        return (delimiter == null ? TableLine.delimiter(line) : delimiter).cells(line);
    }

    private double[] numbers(List<String> cells) {
        DecimalMark decimal = DecimalMark.of(cells);
        return layout.parts()
                .mapToDouble(part -> part.index() < cells.size() ? decimal.number(cells.get(part.index())) : Double.NaN)
                .toArray();
    }

    private boolean someNumber(List<String> cells) {
        return Arrays.stream(numbers(cells)).anyMatch(number -> !Double.isNaN(number));
    }

    private static boolean beginsWithNumber(List<String> cells) {
        DecimalMark decimal = DecimalMark.of(cells);
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> Double.isFinite(decimal.number(cell)))
                .isPresent();
    }

    private void takeUnits(List<String> cells) {
        if (cells.size() <= layout.lastIndex()) {
            return;
        }
        List<String> units = layout.parts()
                .map(part -> Heading.of("x/" + cells.get(part.index()).strip()).unit())
                .toList();
        if (units.stream().noneMatch(String::isEmpty)) {
            layout = layout.in(units.get(0), units.get(1), units.get(2));
        }
    }
}
