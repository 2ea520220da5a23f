package org.busbar.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Price.Source;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.api.broker.Tenant;
import org.busbar.api.broker.Wish;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private final Map<String, Tenant> tenants = new LinkedHashMap<>();

    private void offer(String tenant, Offer... offers) {
        tenants.put(tenant, () -> List.of(offers));
    }

    private boolean mayAnswer(String tenant, Request request) {
        return Matching.offer(request, tenant, tenants).isPresent();
    }

    private static Wish wish(double budget, double uncertainty) {
        return new Wish(0, Optional.empty(), budget, uncertainty, "");
    }

    private RequestException refused(Request request) {
        return assertThrows(RequestException.class, () -> Matching.require(request, tenants));
    }

    @Test
    void what_nobody_can_do_is_refused_with_the_nearest_that_would_fit() {
        offer("lab", Rig.EIS);
        RequestException refusal = refused(Rig.request("r", 3));
        assertTrue(refusal.getMessage().contains("c = 3 mol/kg is above the limit of 2 mol/kg"), refusal.getMessage());
        RequestException.Near near = refusal.nearest().orElseThrow();
        assertEquals("lab", near.tenant());
        assertEquals(Optional.of(Rig.c(2)), near.fitting());
    }

    @Test
    void a_quantity_that_nobody_offers_is_refused_with_what_is_on_offer() {
        offer("lab", Rig.EIS);
        RequestException refusal = refused(new Request("q", "density", List.of(), Values.none(), "me"));
        assertTrue(refusal.getMessage().contains("ionic_conductivity by eis"), refusal.getMessage());
        assertEquals(Optional.empty(), refusal.nearest());
    }

    @Test
    void limitations_are_alternatives() {
        List<Parameter> low = List.of(Parameter.real("c", "mol/kg", 0, 0.5));
        List<Parameter> high = List.of(Parameter.real("c", "mol/kg", 1.5, 2));
        offer("lab", new Offer("ionic_conductivity", "eis", Rig.CAPABILITY, List.of(low, high), Price.UNKNOWN));
        Matching.require(Rig.request("r", 0.2), tenants);
        Matching.require(Rig.request("r", 1.7), tenants);
        RequestException refusal = refused(Rig.request("r", 1));
        assertTrue(
                refusal.getMessage().contains("c = 1 mol/kg is above the limit of 0.5 mol/kg"), refusal.getMessage());
        assertEquals(Optional.of(Rig.c(0.5)), refusal.nearest().orElseThrow().fitting());
    }

    @Test
    void an_open_method_is_answered_by_what_is_nearest_to_the_truth() {
        offer("lab", Rig.by("eis", Source.EXPERIMENT, 50, 0.02));
        offer("cluster", Rig.by("md", Source.SIMULATION, 5, 0.3));
        offer("unknown", Rig.by("guess", Source.CALCULATION, 0, Double.NaN));
        assertTrue(mayAnswer("lab", Rig.request("r", Wish.NONE)));
        assertTrue(!mayAnswer("cluster", Rig.request("r", Wish.NONE)));
        assertTrue(!mayAnswer("unknown", Rig.request("r", Wish.NONE)));
    }

    @Test
    void an_open_method_within_a_budget_is_answered_by_a_simulation_that_is_cheap_enough() {
        offer("lab", Rig.by("eis", Source.EXPERIMENT, 50, 0.02));
        offer("cluster", Rig.by("md", Source.SIMULATION, 5, 0.3));
        Request request = Rig.request("r", wish(10, Double.POSITIVE_INFINITY));
        assertTrue(mayAnswer("cluster", request));
        assertTrue(!mayAnswer("lab", request));
    }

    @Test
    void an_open_method_with_an_uncertainty_is_answered_by_the_cheapest_that_is_good_enough() {
        offer("lab", Rig.by("eis", Source.EXPERIMENT, 50, 0.02));
        offer("cluster", Rig.by("md", Source.SIMULATION, 5, 0.3));
        assertTrue(mayAnswer("cluster", Rig.request("r", wish(1000, 0.5))));
        assertTrue(!mayAnswer("lab", Rig.request("r", wish(1000, 0.5))));
        assertTrue(mayAnswer("lab", Rig.request("r", wish(1000, 0.1))));
        assertTrue(!mayAnswer("cluster", Rig.request("r", wish(1000, 0.1))));
    }

    @Test
    void of_methods_that_are_named_any_may_answer() {
        offer("lab", Rig.by("eis", Source.EXPERIMENT, 50, 0.02));
        offer("cluster", Rig.by("md", Source.SIMULATION, 5, 0.3));
        Request request = Rig.request("r", Wish.NONE, "eis", "md");
        assertTrue(mayAnswer("lab", request));
        assertTrue(mayAnswer("cluster", request));
    }

    @Test
    void too_dear_and_too_vague_is_refused_with_the_numbers() {
        offer("lab", Rig.by("eis", Source.EXPERIMENT, 50, 0.2));
        String message = refused(Rig.request("r", wish(10, 0.1))).getMessage();
        assertTrue(message.contains("it costs 50.0, above the budget of 10.0"), message);
        assertTrue(message.contains("its relative uncertainty is 0.2, wanted is at most 0.1"), message);
    }

    @Test
    void another_method_may_be_given_other_inputs() {
        offer("lab", Rig.EIS);
        Request request = new Request(
                "r", "ionic_conductivity", List.of("eis"), Rig.c(9), Map.of("eis", Rig.c(1)), "me", Wish.NONE);
        Matching.require(request, tenants);
    }
}
