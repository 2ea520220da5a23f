package org.busbar.analyses.impedancefiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.busbar.analyses.files.Heading;
import org.busbar.analyses.files.Interruption;
import org.busbar.analyses.files.TextLines;
import org.busbar.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads one spectrum of a text. A table begins with its headings and ends with a line that is no row; the tables of
 * impedance are counted from 1. For one thread.
 */
final class SpectrumText {

    private static final int LINES_BETWEEN_CHECKS = 4096;
    private static final int MOST_NAMED = 50;

    private final long segment;
    private @Nullable SpectrumFormat format;
    private @Nullable SpectrumTable open;
    private @Nullable SpectrumTable wanted;
    private List<Heading> withoutFrequency = List.of();
    private long segments;
    private boolean textBefore;

    private SpectrumText(long segment) {
        this.segment = segment;
    }

    /**
     * The outputs for a text.
     *
     * @param format a {@link SpectrumFormat}, or auto
     * @param segment which table, from 1
     * @throws IllegalArgumentException if it is no text, has no such table, or is of another format
     */
    static Values read(InputStream bytes, String format, long segment) throws IOException, InterruptedException {
        SpectrumText text = new SpectrumText(segment);
        try (TextLines lines = new TextLines(bytes)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() % LINES_BETWEEN_CHECKS == 0) {
                    Interruption.check();
                }
                if (!line.isBlank()) {
                    text.take(line, lines.number());
                }
            }
        }
        return text.found().values(format);
    }

    private void take(String line, long number) {
        if (open != null) {
            open.goOn();
            if (open.takePoint(line, number)) {
                return;
            }
        }
        if (format == null && (open == null || !open.hasRows())) {
            format = SpectrumFormat.shownBy(line);
        }
        if (heading(line) || threeColumns(line, number)) {
            return;
        }
        if (open != null && !open.takeOther(line, number)) {
            open = null;
        }
        textBefore |= !line.startsWith("#");
    }

    private boolean heading(String line) {
        if (!SpectrumLayout.mayName(line)) {
            return false;
        }
        List<List<Heading>> ways =
                TableLine.headings(line).filter(SpectrumLayout::areImpedance).toList();
        Optional<SpectrumLayout> layout =
                ways.stream().map(SpectrumLayout::of).flatMap(Optional::stream).findFirst();
        layout.ifPresent(this::begin);
        if (layout.isEmpty() && !ways.isEmpty()) {
            withoutFrequency = ways.get(0);
        }
        return layout.isPresent();
    }

    /** A file that begins with three numbers has no headings. */
    private boolean threeColumns(String line, long number) {
        if (textBefore || segments > 0 || TableLine.delimiter(line).cells(line).size() != 3) {
            return false;
        }
        SpectrumTable table = new SpectrumTable(SpectrumLayout.ofThree());
        if (!table.takePoint(line, number)) {
            return false;
        }
        open(table);
        return true;
    }

    private void begin(SpectrumLayout layout) {
        open(new SpectrumTable(layout));
    }

    private void open(SpectrumTable table) {
        segments++;
        open = table;
        wanted = segments == segment ? table : wanted;
    }

    private FoundSpectrum found() {
        if (open != null) {
            open.end();
        }
        return new FoundSpectrum(require(wanted), format == null ? SpectrumFormat.CSV : format, segment, segments);
    }

    private SpectrumTable require(@Nullable SpectrumTable table) {
        if (table != null) {
            return table;
        }
        if (segments > 0) {
            throw new IllegalArgumentException("segment = " + segment + " is not there; the file has " + segments
                    + (segments == 1 ? " table" : " tables") + " of impedance, so give a number up to that");
        }
        if (!withoutFrequency.isEmpty()) {
            throw new IllegalArgumentException("it has no column of frequency; its columns are "
                    + withoutFrequency.stream()
                            .limit(MOST_NAMED)
                            .map(Heading::raw)
                            .collect(Collectors.joining(", "))
                    + "; export it with the frequency in Hz");
        }
        throw new IllegalArgumentException("it has no table with headings of frequency and of real and imaginary part"
                + " of the impedance, such as 'frequency/Hz, Re(Z)/Ohm, Im(Z)/Ohm'; check that it is a spectrum");
    }
}
