package org.busbar.analyses.impedancefiles;

import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.analysis.Quality.Level;

/**
 * A spectrum that was read.
 *
 * @param segment which of the tables it is, from 1
 * @param segments how many tables of impedance the file has
 */
record FoundSpectrum(SpectrumTable table, SpectrumFormat format, long segment, long segments) {

    /**
     * The outputs.
     *
     * @param wanted the format that was given, or auto
     * @throws IllegalArgumentException if there is no point or the format is another one
     */
    Values values(String wanted) {
        if (!wanted.equals(SpectrumFormat.AUTO) && !wanted.equals(format.word())) {
            throw new IllegalArgumentException("format = " + wanted + " was given, but it looks like " + format.word()
                    + "; give format = auto or " + format.word());
        }
        if (table.spectrum().isEmpty()) {
            throw new IllegalArgumentException("the table of impedance number " + segment
                    + " has no row with a frequency above 0 and an impedance; check that the file is whole");
        }
        return table.spectrum()
                .values()
                .with(ImpedanceFile.FORMAT_FOUND.name(), new Text(format.word()))
                .with(ImpedanceFile.COLUMNS.name(), new Text(table.layout().origins()))
                .with(Quality.OUTPUT.name(), quality().text());
    }

    private Quality quality() {
        Quality quality = table.spectrum().quality();
        if (segments > 1) {
            quality = quality.flag(Level.OK, "segments: number " + segment + " of " + segments + " read");
        }
        long unitless = table.layout().unitless();
        return format == SpectrumFormat.CSV && unitless > 0
                ? quality.flag(
                        Level.SUSPICIOUS, "unit_missing: " + unitless + " of 3 columns without, taken in Hz and Ohm")
                : quality;
    }
}
