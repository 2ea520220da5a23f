package org.busbar.drivers.simformulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0.5", "0.25, 1, 5", "1, 2.5, 20", "0.5, 0.194, 10"})
    void doses_add_up_to_what_was_asked_for(double pcShare, double molality, double mass) {
        Masses masses = new Recipe(pcShare, molality, mass).masses(0.3);
        assertEquals(mass, masses.solvent() + masses.of(Substance.LIPF6), 1e-12);
        assertEquals(pcShare, masses.pcShare(), 1e-12);
        assertEquals(molality, masses.saltMolality(), 1e-12);
        assertEquals(3.0 / 7, masses.cyclic() / masses.of(Substance.EMC), 1e-12);
    }

    @Test
    void one_molal_in_one_kilogram_of_solvent_takes_one_mole() {
        Masses masses = new Recipe(0.5, 1, 1.151905).masses(0.3);
        assertEquals(0.151905, masses.of(Substance.LIPF6), 1e-12);
        assertEquals(0.7, masses.of(Substance.EMC), 1e-12);
        assertEquals(0.15, masses.of(Substance.PC), 1e-12);
        assertEquals(0.15, masses.of(Substance.EC), 1e-12);
    }

    @Test
    void a_share_a_rounding_error_above_one_needs_no_negative_dose() {
        assertEquals(0, new Recipe(1 + 1e-10, 1, 5).masses(0.3).of(Substance.EC));
    }

    @Test
    void doses_last_as_long_as_their_rates_say() {
        assertEquals(5 + 10, Substance.LIPF6.seconds(0.1), 1e-9);
        assertEquals(5 + 10, Substance.PC.seconds(1.2), 1e-9);
        assertEquals(0, Substance.EC.seconds(0));
    }
}
