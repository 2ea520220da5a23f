package org.busbar.analyses.impedancefiles;

import static org.busbar.analyses.impedancefiles.SpectrumStore.column;
import static org.busbar.analyses.impedancefiles.SpectrumStore.format;
import static org.busbar.analyses.impedancefiles.SpectrumStore.quality;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.busbar.api.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The import of 17 files of ten makes, 1e-6. */
class AcceptanceTest {

    private static final double TOLERANCE = 1e-6;

    @TempDir
    Path folder;

    private SpectrumStore store;

    @BeforeEach
    void open() throws Exception {
        store = SpectrumStore.in(folder);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "expected_import.csv", numLinesToSkip = 1)
    void reads_first_and_last_point(
            String file,
            int points,
            double f,
            double real,
            double imaginary,
            double f2,
            double real2,
            double imaginary2)
            throws Exception {
        Values read = store.read(file);
        int last = points - 1;
        assertEquals(points, column(read, "frequency").length);
        assertClose(f, column(read, "frequency")[0]);
        assertClose(real, column(read, "z_real")[0]);
        assertClose(imaginary, column(read, "z_imag")[0]);
        assertClose(f2, column(read, "frequency")[last]);
        assertClose(real2, column(read, "z_real")[last]);
        assertClose(imaginary2, column(read, "z_imag")[last]);
        assertFalse(quality(read).has("truncated"), quality(read)::toString);
        assertFalse(quality(read).has("invalid_rows"), quality(read)::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "exampleData.csv, csv",
        "exampleDataBioLogic.mpt, biologic",
        "exampleDataGamry.DTA, gamry",
        "exampleDataGamryABORT.DTA, gamry",
        "exampleDataAutolab.txt, autolab",
        "exampleDataCHInstruments.txt, chinstruments",
        "exampleDataPowersuite.txt, powersuite",
        "exampleDataParstat.txt, parstat",
        "exampleDataVersaStudio.par, versastudio",
        "exampleDataZPlot.z, zplot",
        "exampleDataZPlot_noComments.z, zplot"
    })
    void tells_the_make(String file, String format) throws Exception {
        assertEquals(format, format(store.read(file)));
    }

    @Test
    void the_direct_current_record_of_parstat_is_left_out() throws Exception {
        assertTrue(quality(store.read("exampleDataParstat.txt"))
                .flags()
                .contains("direct_current: 781 rows of frequency 0 left out"));
    }

    @Test
    void biologic_without_frequency_is_refused_by_name() throws Exception {
        Values inputs = store.file("exampleDataBioLogic_MissingFreq.mpt");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> store.reader().apply(inputs))
                .getMessage();
        assertTrue(message.contains("no column of frequency"), message);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected));
    }
}
