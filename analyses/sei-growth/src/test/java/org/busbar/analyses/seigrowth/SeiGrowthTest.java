package org.busbar.analyses.seigrowth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.chart.Chart;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeiGrowthTest implements AnalysisContract {

    private static final int PLACES = 30;
    private final SeiGrowth analysis = new SeiGrowth();

    @Override
    public Analysis analysis() {
        return analysis;
    }

    @Override
    public List<Values> examples() {
        return List.of(middle(), corner(0), corner(1), middle().with("cycles", Quantity.of(1000, "1")));
    }

    @Test
    void the_file_of_the_example_is_what_the_model_gives() throws IOException {
        assertEquals(SeiTable.csv(), Files.readString(SeiTable.FILE));
    }

    /** Signs that physics leaves no choice about, at thirty places each: 1 up, -1 down, 0 either. */
    @ParameterizedTest
    @CsvSource({
        "current, -1, -1",
        "particle_radius, 0, -1",
        "sei_potential, 1, 1",
        "salt_diffusivity, 1, 1",
        "solid_diffusivity, 1, 1",
        "sei_exchange, 1, 1",
        "plating_exchange, 1, 1",
        "cutoff, -1, -1",
        "maximum_concentration, 1, -1",
        "salt_concentration, 1, 1",
        "transference, 1, 1"
    })
    void goes_where_it_must(String input, int thickness, int loss) {
        int index = index(input);
        for (int place = 0; place < PLACES; place++) {
            Values less = at(place, index, 0.25);
            Values more = at(place, index, 0.75);
            assertTrue(thickness * change(less, more, "sei_thickness") >= 0, input + " at place " + place);
            assertTrue(loss * change(less, more, "capacity_loss") >= 0, input + " at place " + place);
        }
    }

    @Test
    void every_input_matters_at_least_slightly() {
        for (int i = 0; i < SeiTable.VARIED.size(); i++) {
            int index = i;
            double largest = IntStream.range(0, PLACES)
                    .mapToDouble(
                            place -> Math.abs(change(at(place, index, 0.05), at(place, index, 0.95), "sei_thickness")))
                    .max()
                    .orElseThrow();
            assertTrue(largest > 0.01, SeiTable.VARIED.get(i).name() + " changes it by " + largest + " nm");
        }
    }

    @Test
    void a_better_conductor_lets_the_charge_last_longer() {
        Values less = middle().with("film_conductivity", Quantity.of(2e-4, "S/m"));
        Values more = middle().with("film_conductivity", Quantity.of(2.8e-4, "S/m"));
        assertTrue(change(less, more, "sei_thickness") > 0);
    }

    /** The same charge in seconds: the end is where the potential meets the cut-off. */
    @Test
    void a_charge_ends_at_the_cut_off() {
        Cell cell = SeiInputs.cell(analysis.capability().completed(middle()));
        Charge charge = new Charge(cell);
        double thickness = 3e-8;
        double terminal = charge.interfacePotential(charge.end(thickness))
                - cell.electrolyteLoss()
                - cell.currentDensity() * thickness / cell.filmConductivity();
        assertEquals(cell.cutoff(), terminal, 1e-12);
    }

    @Test
    void graphite_falls_all_the_way() {
        double[] potentials = IntStream.rangeClosed(1, 99)
                .mapToDouble(i -> Charge.openCircuit(i / 100.0))
                .toArray();
        double[] falling = Arrays.stream(potentials)
                .boxed()
                .sorted((a, b) -> Double.compare(b, a))
                .mapToDouble(v -> v)
                .toArray();
        assertArrayEquals(falling, potentials);
    }

    /** Where diffusion rules, thickness goes with the square root of the number of cycles. */
    @Test
    void late_growth_slows_down() {
        Values fast = middle().with("sei_potential", Quantity.of(0.4, "V")).with("current", Quantity.of(0.13, "A"));
        double hundred = thickness(fast.with("cycles", Quantity.of(1000, "1")));
        double fourHundred = thickness(fast.with("cycles", Quantity.of(4000, "1")));
        assertTrue(fourHundred / hundred > 1.8 && fourHundred / hundred < 2.3, () -> hundred + " " + fourHundred);
    }

    @Test
    void units_do_not_matter() {
        Values other = middle().with("current", Quantity.of(715, "mA")).with("cutoff", Quantity.of(75, "mV"));
        assertEquals(thickness(middle()), thickness(other), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 A", "0.5 V", "100 mA"})
    void refuses_a_current_out_of_range(String current) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> analysis.apply(middle().with("current", Quantity.parse(current))));
        assertTrue(refusal.getMessage().startsWith("sei-growth: current = "), refusal::getMessage);
    }

    @Test
    void draws_growth_and_loss() throws Exception {
        for (Values inputs : examples()) {
            List<Chart> charts = analysis.charts(inputs, analysis.apply(inputs));
            assertEquals(
                    List.of("growth", "loss"), charts.stream().map(Chart::name).toList());
        }
    }

    @Test
    void history_ends_with_the_result() {
        Values outputs = analysis.apply(middle());
        Series history = (Series) outputs.get("thickness_history");
        assertEquals(5, history.value(0), 1e-12);
        assertEquals(outputs.quantity("sei_thickness").value(), history.value(history.size() - 1));
    }

    private Values middle() {
        double[] unit = new double[SeiTable.VARIED.size()];
        Arrays.fill(unit, 0.5);
        return SeiTable.inputs(unit);
    }

    private static Values corner(double side) {
        double[] unit = new double[SeiTable.VARIED.size()];
        Arrays.fill(unit, side);
        return SeiTable.inputs(unit);
    }

    private static Values at(int place, int index, double value) {
        Keyed draws = Keyed.of(7, place);
        double[] unit = IntStream.range(0, SeiTable.VARIED.size())
                .mapToDouble(i -> draws.uniform())
                .toArray();
        unit[index] = value;
        return SeiTable.inputs(unit);
    }

    private static int index(String input) {
        return SeiTable.VARIED.stream().map(p -> p.name()).toList().indexOf(input);
    }

    private double change(Values less, Values more, String output) {
        return analysis.apply(more).quantity(output).value()
                - analysis.apply(less).quantity(output).value();
    }

    private double thickness(Values inputs) {
        return analysis.apply(inputs).quantity("sei_thickness").value();
    }
}
