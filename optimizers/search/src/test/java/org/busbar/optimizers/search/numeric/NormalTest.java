package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    /** Computed with mpmath 1.4 at 60 or more digits: z, φ, Φ, ln Φ, ln h, φ/h, Φ/h, erfcx at the double nearest z. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            -1e6, 9.440527034641554881e-217147240953, 9.440527034632114354e-217147240959, -500000000014.7344491, -500000000028.5499596, 1000000000003.0, 1000000.000002, Infinity
            -1000, 2.290648437187063687e-217148, 2.290646146545498411e-217151, -500007.8266948121843, -500014.7344520911584, 1000002.999994000042, 1000.001999994000042, Infinity
            -100, 1.344313467781723043e-2172, 1.344179076744198305e-2174, -5005.524208694205089, -5010.129578800249792, 10002.99940041958651, 100.0199940041958651, Infinity
            -38, 1.097221052007592958e-314, 2.885428360068784308e-316, -726.5572160188201301, -730.1961834021137392, 1446.995864881570475, 38.05252276004132829, Infinity
            -30.5, 3.978223427282120075e-203, 1.302937913178076351e-204, -469.4627373229121144, -472.8826047912359345, 933.2435981477352301, 30.56536387369623705, Infinity
            -12.25, 1.035743509620835013e-33, 8.399796063633417659e-35, -78.46227082737592864, -80.98078505883398281, 153.0242683727243087, 12.41014435695708643, 2.967192251920189231e+65
            -5.1, 8.972435162383344421e-7, 1.698267407147601462e-7, -15.58848709187146567, -17.28518577470483414, 28.82512035457205278, 5.455905951876873475, 395393449413.7250552
            -2.5, 0.01752830049356853736, 0.006209665325776135167, -5.081648277278690498, -6.212541645443512864, 8.746058241977904823, 3.098423296791161929, 1035.814842972622908
            -1.000001, 0.2419704825484188506, 0.1586550119608535375, -1.841023170144939992, -2.485122929984235499, 2.904273859579405388, 1.904271955307450238, 5.008991227117766507
            -1, 0.2419707245191433498, 0.1586552539314570514, -1.841021645009263506, -2.485121025712641337, 2.904271233329691823, 1.904271233329691823, 5.008980080762283466
            -0.999, 0.2422126951629854331, 0.1588973456413182863, -1.839496910164777906, -2.483217115447585441, 2.901645768041600465, 1.903549317358959426, 4.997849878569131005
            -0.3, 0.3813878154605240869, 0.3820885778110473669, -0.9621028181688506567, -1.321401244919043494, 1.429697254494524515, 1.432324181648415102, 1.453749232842765551
            -1e-10, 0.3989422804014326779, 0.499999999960105772, -0.6931471806397337655, -0.9189385333300041555, 1.000000000125331414, 1.253314137372579884, 1.000000000112837917
            0, 0.3989422804014326779, 0.5, -0.6931471805599453094, -0.9189385332046727418, 1.0, 1.253314137315500251, 1.0
            1e-8, 0.398942280401432658, 0.500000003989422804, -0.6931471725810997332, -0.9189385206715313972, 0.9999999874668586839, 1.253314131607536992, 0.999999988716208429
            0.7, 0.3122539333667612668, 0.7580363477769269714, -0.277023942277131263, -0.170931419224740721, 0.3704609959117825621, 0.899341434411739254, 0.5259303373494409585
            1, 0.2419707245191433498, 0.8413447460685429486, -0.1727537790234498895, 0.08002621884930694003, 0.2233612747982607403, 0.7766387252017392597, 0.4275835761558070044
            3.3, 0.001722568939053681151, 0.9995165758576162225, -0.0004835410295067199974, 1.193961034173976517, 0.0005219704570469925929, 0.3028721301645312307, 0.1640072975729326311
            8.25, 6.627137455968751536e-16, 0.9999999999999999208, -7.919726314642477655e-17, 2.110213200346589618, 8.032893886022729125e-17, 0.1212121212121212024, 0.06789491988272056268
            20, 5.52094836215976319e-88, 1.0, -2.753624118606233695e-89, 2.995732273553990993, 2.760474181079881595e-89, 0.05, 0.02817434874105131932
            1e5, 1.215208860809594232e-2171472410, 1.0, -1.215208860688073346e-2171472415, 11.51292546497022842, 1.215208860809594232e-2171472415, 0.00001, 5.641895835195468078e-6
            """)
    void agrees_with_references_of_many_digits(
            double z,
            double pdf,
            double cdf,
            double logCdf,
            double logH,
            double phiOverH,
            double cdfOverH,
            double erfcx) {
        close(pdf, Normal.pdf(z), "pdf");
        close(cdf, Normal.cdf(z), "cdf");
        close(logCdf, Normal.logCdf(z), "logCdf");
        close(logH, Normal.logH(z), "logH");
        close(phiOverH, Normal.phiOverH(z), "phiOverH");
        close(cdfOverH, Normal.cdfOverH(z), "cdfOverH");
        close(erfcx, Normal.erfcx(z), "erfcx");
    }

    private static void close(double expected, double actual, String what) {
        if (Double.isInfinite(expected)) {
            assertEquals(expected, actual, what);
            return;
        }
        assertEquals(expected, actual, 1e-14 * Math.abs(expected) + 1e-320, what);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            1e-300, -37.04709629936119924
            1e-100, -21.27345356096532429
            1e-20, -9.26234008979840758
            1e-10, -6.361340902404056199
            0.001, -3.090232306167813535
            0.02425, -1.972961051311884838
            0.3, -0.524400512708040816
            0.4999, -0.0002506628300880074924
            0.5, 0.0
            0.75, 0.6744897501960817432
            0.925, 1.439531470938456229
            0.999999, 4.753424308817087766
            """)
    void quantiles_agree_with_references_of_many_digits(double p, double z) {
        assertEquals(z, Normal.quantile(p), 4e-15 * Math.abs(z));
    }

    @Test
    void quantile_and_distribution_undo_each_other() {
        for (double p = 0.001; p < 1; p += 0.0037) {
            assertEquals(p, Normal.cdf(Normal.quantile(p)), 4e-15);
        }
    }

    @Test
    void quantiles_end_at_infinities_and_refuse_what_is_no_probability() {
        assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(1.1));
        assertThrows(IllegalArgumentException.class, () -> Normal.quantile(Double.NaN));
    }

    @Test
    void log_h_rises_and_its_slope_is_the_ratio_of_distribution_and_h() {
        double step = 1e-5;
        for (double z = -40.003; z < 20; z += 0.37) {
            double difference = (Normal.logH(z + step) - Normal.logH(z - step)) / (2 * step);
            assertTrue(difference > 0);
            assertEquals(1, difference / Normal.cdfOverH(z), 1e-6, "at " + z);
        }
    }

    @Test
    void h_is_the_sum_of_its_two_parts() {
        for (double z = -3; z < 12; z += 0.1) {
            double h = StrictMath.exp(Normal.logH(z));
            assertEquals(1, h * Normal.phiOverH(z) / Normal.pdf(z), 1e-13);
            assertEquals(1, Normal.phiOverH(z) + z * Normal.cdfOverH(z), 1e-12);
        }
    }

    @Test
    void infinities_and_nan_pass_through() {
        assertEquals(0, Normal.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, Normal.cdf(Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Normal.logH(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, Normal.logH(Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, Normal.logCdf(Double.NEGATIVE_INFINITY));
        assertEquals(0, Normal.pdf(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(Normal.cdf(Double.NaN)) && Double.isNaN(Normal.logH(Double.NaN)));
        assertTrue(Double.isNaN(Normal.pdf(Double.NaN)) && Double.isNaN(Normal.erfcx(Double.NaN)));
    }
}
