package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

    private static final Trainer TRAINER = Trainer.standard();

    @ParameterizedTest
    @EnumSource
    void finds_a_maximum_of_the_posterior(Priors.Family family) {
        Data data = Surface.sample(30, 3, 2);
        Facts facts =
                new Trainer(Kernel.MATERN_52, family).fit(data, Keyed.of(1)).facts();
        LogPosterior posterior = new LogPosterior(new Likelihood(Kernel.MATERN_52, data), family.of(3));
        double[] slope = new double[4];
        double[] logs = facts.fitted().hyperparameters().logs();
        assertEquals(-facts.fitted().density(), posterior.at(logs, slope), 1e-9);
        assertArrayEquals(new double[4], slope, 1e-2);
        assertTrue(facts.fitted().density() >= -posterior.at(family.of(3).modes(3), slope));
        assertTrue(facts.fitted().converged() && facts.fitted().starts() == 1);
    }

    @Test
    void gives_a_column_without_influence_a_long_length_scale() {
        double[] lengths = TRAINER.fit(Surface.sample(60, 3, 5), Keyed.of(1))
                .hyperparameters()
                .lengths();
        assertTrue(lengths[2] > 3 * lengths[0], Arrays.toString(lengths));
    }

    @Test
    void predicts_what_it_has_not_seen() {
        GaussianProcess process = TRAINER.fit(Surface.sample(60, 2, 5), Keyed.of(1));
        Data unseen = Surface.sample(50, 2, 6);
        double[] means = process.predict(unseen.rows()).means();
        for (int i = 0; i < 50; i++) {
            assertEquals(unseen.value(i), means[i], 0.15);
        }
    }

    @Test
    void same_data_and_numbers_give_the_same_bits() {
        Data data = Surface.sample(25, 2, 3);
        GaussianProcess once = TRAINER.fit(data, Keyed.of(9));
        GaussianProcess again = TRAINER.fit(data, Keyed.of(9));
        assertEquals(once.hyperparameters(), again.hyperparameters());
        assertEquals(once.facts().evidence(), again.facts().evidence(), 0);
    }

    @Test
    void without_rows_it_takes_the_modes_of_the_priors() {
        GaussianProcess prior = TRAINER.fit(Data.of(2, new double[0][], new double[0]), Keyed.of(1));
        assertEquals(Math.exp(-5), prior.hyperparameters().noise(), 1e-12);
        assertEquals(1, prior.predict(new double[] {0.1, 0.2}).sds()[0], 0);
        assertEquals(0, prior.facts().fitted().starts());
    }

    @Test
    void one_row_equal_values_and_a_constant_column_are_no_trouble() {
        assertFinite(Data.of(1, new double[][] {{0.3}}, new double[] {0}));
        assertFinite(Data.of(1, new double[][] {{0.3}, {0.5}, {0.9}}, new double[3]));
        assertFinite(Data.of(2, new double[][] {{0.3, 1}, {0.5, 1}, {0.9, 1}}, new double[] {-1, 0, 1}));
        assertFinite(Data.of(1, new double[][] {{0.3}, {0.3}, {0.3}}, new double[] {-1, 0, 1}));
        assertFinite(Data.of(1, new double[][] {{0.3}, {0.3}, {0.3}}, new double[] {-1, 0, 1}, new double[3]));
    }

    private static void assertFinite(Data data) {
        Tangent tangent = TRAINER.fit(data, Keyed.of(1)).tangent(new double[data.columns()]);
        assertTrue(Double.isFinite(tangent.mean()) && tangent.sd() > 0 && tangent.sd() <= 1, tangent.toString());
    }

    @Test
    void searches_few_of_many_rows_and_says_so() {
        GaussianProcess process = TRAINER.fit(Surface.sample(300, 2, 4), Keyed.of(1));
        assertEquals(200, process.facts().fitted().rows());
        assertEquals(300, process.data().size());
        double[] at = {0.4, 0.6};
        assertEquals(Math.sin(1.6) + 0.36, process.predict(at).means()[0], 0.05);
    }

    @Test
    void tells_people_what_it_found() {
        Map<String, String> texts =
                TRAINER.fit(Surface.sample(30, 2, 4), Keyed.of(1)).facts().texts(List.of("temperature", "time"));
        assertEquals("matern-52", texts.get("kernel"));
        assertTrue(Double.parseDouble(texts.get("length scale of temperature")) < 5, texts.toString());
        assertEquals("30", texts.get("rows the hyper-parameters were searched on"));
    }

    @Test
    void a_subset_holds_the_best_rows_in_order() {
        Data data = Surface.sample(100, 1, 4);
        Data few = Subset.of(data, 40, Keyed.of(1));
        assertEquals(40, Arrays.stream(few.values()).distinct().count());
        double[] all = Arrays.stream(data.values()).sorted().toArray();
        double[] some = Arrays.stream(few.values()).sorted().toArray();
        assertArrayEquals(Arrays.copyOfRange(all, 90, 100), Arrays.copyOfRange(some, 30, 40), 0);
    }

    @Test
    void an_ensemble_spreads_about_the_maximum() {
        Data data = Surface.sample(15, 2, 3);
        GaussianProcess maximum = TRAINER.fit(data, Keyed.of(1));
        List<GaussianProcess> members = TRAINER.ensemble(maximum, 8, Keyed.of(2));
        assertEquals(8, members.size());
        assertNotEquals(members.get(0).hyperparameters(), members.get(7).hyperparameters());
        LogPosterior posterior =
                new LogPosterior(new Likelihood(Kernel.MATERN_52, data), Priors.Family.LOG_NORMAL.of(2));
        for (GaussianProcess member : members) {
            double density = -posterior.at(member.hyperparameters().logs(), new double[3]);
            assertTrue(density > maximum.facts().fitted().density() - 15, "density " + density);
        }
        assertEquals(
                members.get(3).hyperparameters(),
                TRAINER.ensemble(maximum, 8, Keyed.of(2)).get(3).hyperparameters());
    }
}
