package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign's file says of the space, of what is wanted, and of what is known. */
class CampaignProblemTest {

    private static final String SHARES = "{a: {min: 0, max: 1}, b: {min: 0, max: 1}, c: {min: 0, max: 1}}";

    @TempDir
    Path folder;

    private Documents documents;

    @BeforeEach
    void open() {
        documents = new Documents(folder);
    }

    private Problem problem(String more) {
        return documents.campaign(Documents.CAMPAIGN + more).campaign().problem();
    }

    private Problem varying(String vary, String more) {
        return documents
                .campaign(Documents.without("vary") + "vary: " + vary + "\n" + more)
                .campaign()
                .problem();
    }

    @Test
    void one_or_several_objectives() {
        documents.refusesCampaign(Documents.without("maximize"), "line 6", "maximize or minimize");
        documents.refusesCampaign(Documents.without("maximize") + "maximize: []\n", "line 7", "maximize or minimize");
        documents.refusesCampaign(Documents.CAMPAIGN + "minimize: y\n", "named twice", "y");
        Objective y = new Objective("y", Objective.Goal.MAXIMIZE);
        Objective z = new Objective("z", Objective.Goal.MINIMIZE);
        Objective w = new Objective("w", Objective.Goal.MINIMIZE);
        assertEquals(List.of(y, z), problem("minimize: z\n").objectives());
        assertEquals(List.of(y, z, w), problem("minimize: [z, w]\n").objectives());
    }

    @Test
    void settings_are_numbers_with_units_and_words_also_for_a_swap() {
        Campaign campaign = documents
                .campaign(Documents.CAMPAIGN
                        + "settings: {acquisition: logei, start: 8, noise: 0.1 mS/cm, fast: true}\n"
                        + "swap: [{after: 2, to: bayes, settings: {start: 4}}]\n")
                .campaign();
        assertEquals(new Text("logei"), campaign.settings().get("acquisition"));
        assertEquals(Quantity.of(8, "1"), campaign.settings().get("start"));
        assertEquals(Quantity.of(0.1, "mS/cm"), campaign.settings().get("noise"));
        assertEquals(new Text("true"), campaign.settings().get("fast"));
        assertEquals(List.of(new Campaign.Swap(2, "bayes", Values.of("start", Quantity.of(4, "1")))), campaign.swaps());
        documents.refusesCampaign(Documents.CAMPAIGN + "settings: {start: 3 qq}\n", "settings.start", "qq");
        documents.refusesCampaign(
                Documents.CAMPAIGN + "swap: [{after: 2, to: b, settings: {s: 3 qq}}]\n", "line 7", "settings.s");
    }

    @Test
    void outputs_have_limits() {
        assertEquals(
                List.of(
                        new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(95, "%")),
                        new Limit("y", Limit.Bound.AT_LEAST, Quantity.of(1, "V")),
                        new Limit("y", Limit.Bound.AT_MOST, Quantity.of(2, "V"))),
                problem("limits: {density: {at_least: 95 %}, y: {at_least: 1 V, at_most: 2 V}}\n")
                        .limits());
        documents.refusesCampaign(Documents.CAMPAIGN + "limits: {y: {}}\n", "line 7", "limits.y", "at_least");
        documents.refusesCampaign(Documents.CAMPAIGN + "limits: {y: {at_least: much}}\n", "line 7", "'much'");
        documents.refusesCampaign(
                Documents.CAMPAIGN + "limits: {y: {at_least: 1, above: 2}}\n", "line 7", "above", "at_most");
    }

    @Test
    void parameters_are_mixed_and_constrained() {
        Space space = varying(
                        SHARES,
                        "mixtures: [{of: [a, b], total: 100 %, at_most: 1}]\n"
                                + "constraints: [{sum: {a: 1, c: 2.5}, at_most: 3}, {sum: {b: 1, c: -1}, equals: 0}]\n")
                .space();
        assertEquals(List.of(new Mixture(List.of("a", "b"), Quantity.of(100, "%"), 1)), space.mixtures());
        assertEquals(
                List.of(
                        new LinearConstraint(Map.of("a", 1.0, "c", 2.5), Double.NEGATIVE_INFINITY, 3),
                        new LinearConstraint(Map.of("b", 1.0, "c", -1.0), 0, 0)),
                space.constraints());
        refusesSpace("mixtures: [{of: [a, b]}]\n", "line 7", "mixtures[0]", "total");
        refusesSpace("mixtures: [{of: [a], total: 1}]\n", "line 7", "mixtures[0]", "at least two");
        refusesSpace("mixtures: [{of: [a, z], total: 1}]\n", "no parameter z");
        refusesSpace("constraints: [{sum: {a: 1}}]\n", "line 7", "constraints[0]", "equals");
        refusesSpace("constraints: [{sum: {a: 1}, equals: 1, at_most: 1}]\n", "line 7", "either");
        refusesSpace("constraints: [{sum: {a: 1}, at_least: 2, at_most: 1}]\n", "line 7", "not a range");
    }

    private void refusesSpace(String more, String... parts) {
        documents.refusesCampaign(Documents.without("vary") + "vary: " + SHARES + "\n" + more, parts);
    }

    @Test
    void values_are_near_to_each_other_on_a_scale() {
        documents.write("tables/s.csv", "solvent,eps,visc\nEC,89.8,1.9\nDMC,3.1,0.59\nPC,64.9,2.5\n");
        String inline = "{EC: {eps: 89.8, visc: 1.9}, DMC: {eps: 3.1, visc: 0.59}}";
        Space space = varying(
                        "{r: {min: 0.1, max: 9, scale: log}, l: {min: 0, max: 1, scale: linear},"
                                + " o: {options: [S, M], ordered: true},"
                                + " s: {options: [EC, DMC], descriptors: " + inline + "},"
                                + " t: {options: [EC, PC], descriptors: {table: tables/s.csv, name: solvent}}}",
                        "")
                .space();
        assertEquals(List.of("r", "o", "s", "t"), List.copyOf(space.scales().keySet()));
        assertEquals(new Scale.Log(), space.scales().get("r"));
        assertEquals(new Scale.Ordered(), space.scales().get("o"));
        Map<String, Double> ec = Map.of("eps", 89.8, "visc", 1.9);
        assertEquals(ec, ((Scale.Described) space.scales().get("s")).options().get("EC"));
        assertEquals(ec, ((Scale.Described) space.scales().get("t")).options().get("EC"));
    }

    @Test
    void a_scale_that_cannot_be_is_told() {
        refusesVary("{x: {min: 0, max: 1, scale: log}}", "x", "above 0");
        refusesVary("{x: {min: 0, max: 1, scale: cubic}}", "line 6", "vary.x", "log or linear");
        refusesVary("{x: {min: 0, max: 1, ordered: true}}", "line 6", "vary.x", "only options");
        refusesVary("{x: {options: [a], scale: log}}", "line 6", "vary.x", "only options");
        refusesVary("{x: {options: [a], descriptors: {a: {e: high}}}}", "line 6", "a.e", "not a number");
        refusesVary("{x: {options: [a, b], descriptors: {a: {e: 1}}}}", "descriptors only for [a]");
        refusesVary("{x: {options: [a], descriptors: {table: t.csv}}}", "line 6", "name: column");
        documents.write("t.csv", "n,e\na,1\na,2\n");
        refusesVary("{x: {options: [a], descriptors: {table: t.csv, name: n}}}", "t.csv, line 3", "twice");
    }

    private void refusesVary(String vary, String... parts) {
        documents.refusesCampaign(Documents.without("vary") + "vary: " + vary + "\n", parts);
    }

    @Test
    void trials_have_levels_of_fidelity() {
        String levels = "fidelity: {parameter: m, levels: [{value: fast, cost: 1}, {value: full, cost: 20}]}\n";
        Fidelity fidelity =
                varying("{m: {options: [fast, full]}}", levels).fidelity().orElseThrow();
        assertEquals(new Text("full"), fidelity.target().value());
        assertEquals(20, fidelity.target().cost());
        documents.refusesCampaign(Documents.CAMPAIGN + levels, "no parameter m");
        documents.refusesCampaign(
                Documents.CAMPAIGN + levels.replace("20", "0"), "line 7", "fidelity.levels[1]", "above 0");
        documents.refusesCampaign(Documents.CAMPAIGN + "fidelity: {parameter: x}\n", "line 7", "levels");
    }

    @Test
    void candidates_come_from_a_table() {
        documents.write("tables/p.csv", "x,other\n0.25,1\n0.75,2\n0.25,3\n");
        Values first = Values.of("x", Quantity.of(0.25, "1"));
        Values second = Values.of("x", Quantity.of(0.75, "1"));
        assertEquals(
                List.of(first, second),
                problem("candidates: {table: tables/p.csv}\n").space().candidates());
        documents.write("tables/p.csv", "r\n0.25\n7\n");
        documents.refusesCampaign(
                Documents.CAMPAIGN + "candidates: {table: tables/p.csv, columns: {x: r}}\n",
                "tables/p.csv, line 3",
                "above the limit");
        documents.refusesCampaign(Documents.CAMPAIGN + "candidates: {}\n", "line 7", "candidates", "table");
    }

    @Test
    void what_is_known_beforehand_comes_from_campaigns_and_tables() {
        documents.write("tables/h.csv", "r,k\n0.5,7\n3,8\n");
        String table = "{name: old, table: tables/h.csv, columns: {x: r}, outputs: {y: {column: k, unit: V}}}";
        List<History> history = documents
                .campaign(Documents.CAMPAIGN + "history: [{campaign: a-1}, " + table + "]\n")
                .campaign()
                .history();
        assertEquals(new History("a-1", "a-1", List.of()), history.get(0));
        assertEquals("old", history.get(1).name());
        assertEquals(
                new Observation(Values.of("x", Quantity.of(3, "1")), Values.of("y", Quantity.of(8, "V"))),
                history.get(1).observed().get(1),
                "it may lie outside of the limits");
        documents.refusesCampaign(Documents.CAMPAIGN + "history: [{name: a}]\n", "line 7", "history[0]", "either");
        documents.refusesCampaign(
                Documents.CAMPAIGN + "history: [{table: tables/h.csv}]\n", "line 7", "history[0]", "outputs");
    }
}
