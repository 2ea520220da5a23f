package org.busbar.analyses.impedancefiles;

import static org.busbar.analyses.impedancefiles.SpectrumStore.column;
import static org.busbar.analyses.impedancefiles.SpectrumStore.quality;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpedanceFileTest implements AnalysisContract {

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

    @Override
    public Analysis analysis() {
        return store.reader();
    }

    @Override
    public List<Values> examples() throws Exception {
        return List.of(store.file("exampleData.csv"), store.file("exampleDataGamryABORT.DTA"));
    }

    @Test
    void shows_nyquist_and_bode() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis().charts(inputs, analysis().apply(inputs));
            assertEquals(
                    List.of("nyquist", "bode-modulus", "bode-phase"),
                    charts.stream().map(Chart::name).toList());
            assertTrue(charts.get(0).equalScales());
        }
    }

    @Test
    void decades_are_named_once() throws Exception {
        Values inputs = store.file("exampleData.csv");
        Layer.Points points = (Layer.Points) analysis()
                .charts(inputs, analysis().apply(inputs))
                .get(0)
                .layers()
                .get(0);
        assertEquals(
                List.of("10.0 mHz", "100.0 mHz", "1 Hz", "10 Hz", "100 Hz", "1 kHz", "10 kHz"),
                points.names().stream().filter(name -> !name.isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freq/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n1000,2,-3\n",
                "freq/Hz;Re(Z)/Ohm;-Im(Z)/Ohm\n1000;2,0;3,0\n",
                "Frequency (kHz)\tZ' (mOhm)\t-Z'' (mOhm)\n1\t2000\t3000\n",
                "# f / Hz, Re / ohm, Im / ohm\n1e3, 2, -3\n",
                "\n\nfrequency  z_real  z_imag\nHz  kOhm  kOhm\n1000  0.002  -0.003\n",
                "Frequency / Hz,Imaginary Impedance / ohm,Real Impedance / ohm\n1000,-3,2\n",
                "freq/Hz,|Z|/Ohm,Phase(Z)/deg\n1000,3.605551275463989,-56.309932474020215\n"
            })
    void units_signs_delimiters_and_order_are_those_of_the_headings(String text) throws Exception {
        Values read = store.readText(text);
        assertArrayEquals(new double[] {1000}, column(read, "frequency"));
        assertArrayEquals(new double[] {2}, column(read, "z_real"), 1e-12);
        assertArrayEquals(new double[] {-3}, column(read, "z_imag"), 1e-12);
        assertEquals("ok", quality(read).text().text());
    }

    @Test
    void columns_without_unit_are_flagged() throws Exception {
        assertTrue(quality(store.read("exampleData.csv")).has("unit_missing"));
        assertTrue(quality(store.readText("freq,Re(Z)/Ohm,Im(Z)/Ohm\n1,2,-3\n")).has("unit_missing"));
    }

    @Test
    void the_second_spectrum_of_a_file_is_read_when_asked_for() throws Exception {
        Values inputs = store.text(
                "freq/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n1,2,-3\nend of loop\n" + "freq/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n1,4,-5\n2,4,-5\n");
        assertArrayEquals(new double[] {2}, column(analysis().apply(inputs), "z_real"));
        Values second = analysis().apply(inputs.with("segment", Quantity.of(2, "1")));
        assertArrayEquals(new double[] {4, 4}, column(second, "z_real"));
        assertTrue(quality(second).has("segments"));
    }

    @Test
    void the_origin_of_each_column_is_told() throws Exception {
        assertEquals(
                new Text("frequency: freq/Hz; z_real: Re(Z)/Ohm; z_imag: -Im(Z)/Ohm"),
                store.read("exampleDataBioLogic.mpt").get("columns"));
    }
}
