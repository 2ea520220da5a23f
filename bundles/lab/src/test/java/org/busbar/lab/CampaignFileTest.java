package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.lab.Plan;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Scale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFileTest {

    private static final String COMPARE =
            "compare: {table: tables/t.csv, columns: {x: r}, objective: k, unit: mS/cm, optimizer: forest}\n";

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    @Test
    void the_example_is_read_in_full() throws Exception {
        documents.write("tables/hte_electrolyte_T293.csv", "r,c_mol_kg,k,sd,n_rep\n1,0.615,6.5235,0.37,6\n");
        Plan plan = documents.campaign(Documents.example("electrolyte.yaml"));
        Campaign campaign = plan.campaign();
        assertEquals("electrolyte", campaign.name());
        assertEquals("ionic_conductivity", campaign.quantity());
        assertEquals(List.of("impedance_spectroscopy"), campaign.methods());
        assertEquals(
                List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)),
                campaign.problem().objectives());
        assertEquals(
                List.of(
                        Parameter.real("pc_share", "1", 0.087, 1).by(0.001),
                        Parameter.real("salt_molality", "mol/kg", 0.194, 2.118).by(0.001)),
                campaign.problem().space().parameters());
        assertEquals(Values.of("temperature", Quantity.of(20, "Cel")), campaign.fixed());
        assertEquals(40, campaign.trials());
        assertEquals(2, campaign.parallel());
        assertTrue(campaign.reproducible());
        assertEquals(42, campaign.seed());
        assertEquals("random", campaign.optimizer());
        assertEquals(List.of(new Campaign.Swap(20, "forest")), campaign.swaps());
        Plan.Comparison comparison = plan.comparison().orElseThrow();
        assertEquals("forest", comparison.optimizer());
        assertEquals(5, comparison.start());
        assertEquals(20, comparison.repetitions());
        assertTrue(comparison.data().contains("Flores"));
        assertEquals(
                List.of(new Observation(
                        Values.of("pc_share", Quantity.of(1, "1")).with("salt_molality", Quantity.of(0.615, "mol/kg")),
                        Values.of("conductivity", Quantity.of(6.5235, "mS/cm")))),
                comparison.table());
    }

    @Test
    void the_example_of_the_documentation_is_read_in_full() throws Exception {
        String text = Files.readString(Path.of("../../distribution/docs/campaigns.md"));
        int begin = text.indexOf("```yaml\n") + "```yaml\n".length();
        documents.write("tables/hte_electrolyte_T293.csv", "r,c_mol_kg,k,sd,n_rep\n1,0.615,6.5235,0.37,6\n");
        Campaign campaign = documents
                .campaign(text.substring(begin, text.indexOf("```", begin)))
                .campaign();
        assertEquals("short", campaign.name());
        assertEquals(new Scale.Log(), campaign.problem().space().scales().get("salt_molality"));
        assertEquals(1.6, campaign.problem().space().constraints().get(0).most());
        assertEquals(Limit.Bound.AT_MOST, campaign.problem().limits().get(0).bound());
        assertEquals(
                Quantity.of(6.5235, "mS/cm"),
                campaign.history().get(0).observed().get(0).outputs().get("conductivity"));
        assertEquals(List.of(new Campaign.Swap(6, "forest")), campaign.swaps());
    }

    @Test
    void what_may_be_left_out_has_a_meaning() {
        Plan plan = documents.campaign(Documents.CAMPAIGN);
        assertEquals(1, plan.campaign().parallel());
        assertEquals(0, plan.campaign().seed());
        assertFalse(plan.campaign().reproducible());
        assertEquals(Quality.Level.SUSPICIOUS, plan.campaign().trusted());
        assertEquals(List.of(), plan.campaign().methods());
        assertEquals(Optional.empty(), plan.comparison());
        documents.write("tables/t.csv", "r,k\n0.5,7\n");
        Plan.Comparison comparison =
                documents.campaign(Documents.CAMPAIGN + COMPARE).comparison().orElseThrow();
        assertEquals("tables/t.csv", comparison.data());
        assertEquals(5, comparison.start());
        assertEquals(20, comparison.repetitions());
    }

    @Test
    void fixed_values_have_units() {
        Values fixed = documents
                .campaign(Documents.CAMPAIGN + "fixed: {t: 20 Cel, n: 3, w: slow, b: true}\n")
                .campaign()
                .fixed();
        assertEquals(Quantity.of(20, "Cel"), fixed.get("t"));
        assertEquals(Quantity.of(3, "1"), fixed.get("n"));
        assertEquals(new Text("slow"), fixed.get("w"));
        assertEquals(new Text("true"), fixed.get("b"));
        documents.refusesCampaign(Documents.CAMPAIGN + "fixed: {t: 20 degC}\n", "fixed", "t", "did you mean 'Cel'");
        documents.refusesCampaign(Documents.CAMPAIGN + "fixed:\n  t:\n", "line 8", "fixed.t");
    }

    @Test
    void a_target_is_one_objective_and_a_number() {
        Campaign campaign =
                documents.campaign(Documents.CAMPAIGN + "target: {y: 7.5 V}\n").campaign();
        assertEquals(Optional.of(new Campaign.Target("y", Quantity.of(7.5, "V"))), campaign.target());
        assertEquals(
                Optional.of(new Campaign.Target("y", Quantity.of(60, "1"))),
                documents
                        .campaign(Documents.CAMPAIGN + "target: {y: 60}\n")
                        .campaign()
                        .target());
        documents.refusesCampaign(Documents.CAMPAIGN + "target: {y: 1, z: 2}\n", "line 8", "one output");
        documents.refusesCampaign(Documents.CAMPAIGN + "target: {}\n", "line 8", "one output");
        documents.refusesCampaign(Documents.CAMPAIGN + "target: {z: 1}\n", "the target z is not an objective", "[y]");
        documents.refusesCampaign(Documents.CAMPAIGN + "target: {y: low}\n", "target.y", "'low' is not a number");
    }

    @Test
    void what_it_needs_is_told() {
        for (String key : List.of("name", "determine", "trials", "optimizer")) {
            documents.refusesCampaign(Documents.without(key), "line 6, column 1", key);
        }
        documents.refusesCampaign(Documents.without("vary"), "something to vary");
        documents.refusesCampaign(Documents.without("vary") + "vary: {}\n", "something to vary");
        documents.refusesCampaign("", "empty");
    }

    @Test
    void only_what_has_limits_can_be_searched() {
        documents.refusesCampaign(Documents.without("vary") + "vary: {x: {min: 0}}\n", "x", "finite limits");
        documents.refusesCampaign(Documents.without("vary") + "vary: {x: {sample: true}}\n", "x", "finite limits");
        documents.refusesCampaign(Documents.without("vary") + "vary: {x: {unit: V}}\n", "x", "finite limits");
        documents.refusesCampaign(Documents.without("vary") + "vary:\n  x:\n", "line 7", "vary.x");
    }

    @Test
    void wrong_values_are_told_with_their_place() {
        documents.refusesCampaign(
                Documents.without("vary") + "vary: {x: {unit: molar, min: 0, max: 1}}\n", "line 6", "vary.x");
        documents.refusesCampaign(Documents.without("trials") + "trials: lots\n", "line 6, column 9", "trials");
        documents.refusesCampaign(Documents.without("trials") + "trials: 4.5\n", "line 6, column 9", "trials", "4.5");
        documents.refusesCampaign(Documents.without("trials") + "trials: 0\n", "trials = 0");
        documents.refusesCampaign(Documents.CAMPAIGN + "seed: 1.5\n", "line 7, column 7", "seed");
        documents.refusesCampaign(Documents.CAMPAIGN + "by: eis\n", "line 7, column 5", "by");
        documents.refusesCampaign(Documents.CAMPAIGN + "budget: 3\n", "line 7, column 1", "budget", "trials");
        documents.refusesCampaign(Documents.CAMPAIGN + "trials: 5\n", "line 7", "Duplicate", "trials");
    }

    @Test
    void a_swap_needs_its_optimizer() {
        documents.refusesCampaign(Documents.CAMPAIGN + "swap: [{after: 2}]\n", "swap", "to");
        documents.refusesCampaign(Documents.CAMPAIGN + "swap: [{to: x}]\n", "line 8", "swap", "after");
        documents.refusesCampaign(Documents.CAMPAIGN + "swap: [{after: -2, to: x}]\n", "line 7", "swap[0]", "-2");
        documents.refusesCampaign(
                Documents.CAMPAIGN + "swap:\n  - {after: 2, too: x}\n", "line 8, column 16", "swap[0].too");
    }

    @Test
    void a_comparison_needs_a_table_in_the_lab() {
        documents.refusesCampaign(Documents.CAMPAIGN + "compare: {table: t.csv}\n", "line 7", "compare", "columns");
        documents.refusesCampaign(Documents.CAMPAIGN + COMPARE, "t.csv", "cannot be read");
        documents.refusesCampaign(
                Documents.CAMPAIGN + COMPARE.replace("tables", "../secrets"), "../secrets/t.csv", "outside the lab");
        documents.refusesCampaign(
                Documents.CAMPAIGN + COMPARE.replace("tables/t.csv", "/etc/hosts"), "/etc/hosts", "outside the lab");
        documents.refusesCampaign(Documents.CAMPAIGN + COMPARE.replace("mS/cm", "mS/cmm"), "line 7", "compare", "cmm");
    }

    @Test
    void a_table_must_hold_what_is_compared() {
        refusesTable("r,y\n1,2\n", "tables/t.csv, line 2", "no column k", "[r, y]");
        refusesTable("x,k\n1,2\n", "tables/t.csv, line 2", "no column r");
        refusesTable("r,k\n1,2\n1,high\n", "tables/t.csv, line 3", "column k", "'high' is not a number");
        refusesTable("r,k\nlow,2\n", "tables/t.csv, line 2", "column r", "'low' is not a number");
        refusesTable("r,k\n1,2\n1\n", "t.csv, line 3", "1 fields");
        refusesTable("r,k\n", "tables/t.csv", "no rows");
        refusesTable("", "tables/t.csv", "no rows");
    }

    private void refusesTable(String table, String... parts) {
        documents.write("tables/t.csv", table);
        documents.refusesCampaign(Documents.CAMPAIGN + COMPARE, parts);
    }

    @Test
    void every_parameter_needs_a_column() {
        documents.write("tables/t.csv", "r,k\n1,2\n");
        documents.refusesCampaign(Documents.CAMPAIGN + COMPARE.replace("{x: r}", "{z: r}"), "names no column for x");
    }

    @Test
    void words_and_whole_numbers_are_compared_too() {
        documents.write("tables/t.csv", "r,s,k\n3,red,2\n");
        String text = Documents.without("vary")
                + "vary: {x: {whole: true, min: 1, max: 9}, c: {options: [red, blue]}}\n"
                + COMPARE.replace("{x: r}", "{x: r, c: s}");
        Observation row =
                documents.campaign(text).comparison().orElseThrow().table().get(0);
        assertEquals(Values.of("x", Quantity.of(3, "1")).with("c", new Text("red")), row.point());
        assertEquals(2, row.outputs().quantity("y").in(Unit.of("mS/cm")));
    }
}
