package org.busbar.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.device.Detail;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Suspender;
import org.busbar.api.experiment.Terms;
import org.busbar.api.experiment.Verb;
import org.busbar.api.inventory.Effect;
import org.busbar.api.inventory.Stock;
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
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final Agent AGENT = new Agent("pump", "org.x", "1.0.0", "ab", Map.of("syringe.mL", "10"));
    private static final Values VALUES = Values.of("k", Quantity.of(7.4, 0.2, "mS/cm"))
            .with("n", Quantity.of(3, "1"))
            .with("f", Series.of("Hz", 1, 2.5, Double.NaN))
            .with("s", new Sample("s-1"))
            .with("t", new Text("ü \"quoted\""));
    private static final Provenance PROVENANCE = new Provenance("s1", AGENT, "dispense", VALUES, NOW, NOW);

    @Test
    void every_event_comes_back_as_it_was() {
        for (LabEvent event : events()) {
            String json = Json.write(event);
            assertEquals(event, Json.read(json, LabEvent.class), json);
            assertTrue(json.startsWith("{\"type\":\"" + event.getClass().getSimpleName() + "\""), json);
        }
    }

    @Test
    void every_kind_of_step_comes_back_as_it_was() {
        Run run = new Run("run-1", everyStep(), VALUES, "me", 3);
        String json = Json.write(run);
        assertEquals(run, Json.read(json, Run.class), json);
    }

    private static Sequence everyStep() {
        Input number = new Input.Constant(Quantity.of(3, "1"));
        Condition warm = new Condition(new Input.Reading("oven", "temperature"), Condition.Relation.AT_LEAST, number);
        Terms terms = new Terms(Recovery.retry(2, Duration.ofSeconds(5)), Duration.ofMinutes(1), List.of("rack-1"));
        Problem problem = new Problem(
                Space.of(Parameter.real("x", "mL", 0, 1)), List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
        Step act = new Step.Act("a", "dispense", "", Map.of("x", new Input.Previous("a", "x", new Text("t"))), terms);
        List<Step> steps = List.of(
                new Step.Nested("n", new Sequence("inner", "1", List.of(), List.of(), Map.of()), Map.of("q", number)),
                new Step.Parallel("p", List.of(List.of(act), List.of())),
                new Step.Repeat("r", number, Optional.of(warm), List.of(act)),
                new Step.Choose("i", warm, List.of(act), List.of()),
                new Step.Wait("w", number, Optional.empty(), Duration.ofMillis(1500)),
                new Step.Ask("q", "Is it clear?", List.of(Parameter.note("answer"))),
                new Step.Suggest(
                        "s",
                        "random",
                        problem,
                        List.of(new Observation(VALUES, VALUES)),
                        Map.of("k", new Input.Output("a", "k"))),
                new Step.Use("u", List.of("pump"), List.of("rack-1"), List.of(act)));
        return new Sequence(
                "all",
                "1",
                List.of(),
                List.of(),
                steps,
                List.of(act),
                Map.of(),
                List.of(warm),
                List.of(new Suspender(warm, Duration.ofSeconds(2))));
    }

    @Test
    void open_limits_come_back_as_they_were() {
        Parameter open = Parameter.real("voltage", "V");
        assertEquals(open, Json.read(Json.write(open), Parameter.class));
    }

    @Test
    void an_unknown_uncertainty_is_left_out() {
        assertEquals("{\"value\":5,\"unit\":\"mL\"}", Json.write(Quantity.of(5, "mL")));
    }

    @Test
    void faults_name_the_place_and_the_reason() {
        assertFault("{\"value\": 1, \"unit\": \"ohm\"}", "did you mean 'Ohm'");
        assertFault("{\"value\": \"x\"}", "is not a number");
        assertFault("{\"value\": 1, \"untit\": \"V\"}", "'untit' is not known here");
        assertFault("[1]", "is not a value");
    }

    private static void assertFault(String value, String expected) {
        String json = "{\"volume\": " + value + "}";
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> Json.read(json, Values.class));
        assertTrue(fault.getMessage().contains(expected), fault.getMessage());
        assertTrue(fault.getMessage().contains("volume"), fault.getMessage());
    }

    private static List<LabEvent> events() {
        Parameter x = Parameter.real("x", "mL", 0, 1).by(0.1).meaning("http://x");
        Sequence sequence = new Sequence(
                "mix",
                "2",
                List.of(x, Parameter.whole("n", 0, 5), Parameter.choice("c", "a", "b"), Parameter.note("w")),
                List.of(
                        new Step.Act("a", "dispense", "", Map.of("x", new Input.Given("x"))),
                        new Step.Analyse("b", "conductivity", Map.of("y", new Input.Output("a", "k"))),
                        new Step.Act("c", "z", "pump", Map.of("q", new Input.Constant(Quantity.of(1, "V"))))),
                Map.of("k", new Input.Output("b", "k")));
        Request request = new Request("r1", "conductivity", List.of("eis"), VALUES, "campaign:c1");
        Campaign campaign = new Campaign(
                "c",
                "conductivity",
                List.of(),
                new Problem(Space.of(x), List.of(new Objective("k", Objective.Goal.MAXIMIZE))),
                VALUES,
                40,
                2,
                "random",
                List.of(new Campaign.Swap(20, "forest")),
                42);
        return List.of(
                new LabEvent.RunBegun(NOW, new Run("run-1", sequence, VALUES, "me")),
                new LabEvent.StepBegun(NOW, "run-1", "a", AGENT, VALUES, true),
                new LabEvent.StepEnded(NOW, "run-1", "a", new Outcome.Done(VALUES, PROVENANCE)),
                new LabEvent.StepEnded(NOW, "run-1", "a", new Outcome.Failed("no", PROVENANCE)),
                new LabEvent.StepEnded(NOW, "run-1", "a", new Outcome.Unknown("?", PROVENANCE)),
                new LabEvent.StepSettled(NOW, "run-1", "a", new Settlement.Happened(VALUES), "me"),
                new LabEvent.StepSettled(NOW, "run-1", "a", new Settlement.Repeat(), "me"),
                new LabEvent.StepSettled(NOW, "run-1", "a", new Settlement.GiveUp("no"), "me"),
                new LabEvent.RunEnded(NOW, "run-1", Run.State.COMPLETED, VALUES, ""),
                new LabEvent.Requested(NOW, request),
                new LabEvent.Reserved(NOW, "r1", "lab", Duration.ofSeconds(30)),
                new LabEvent.Resolved(NOW, new Result(request, "lab", "eis", VALUES, List.of(PROVENANCE), NOW)),
                new LabEvent.Unresolved(NOW, "r1", Request.State.FAILED, "no"),
                new LabEvent.Branched(NOW, "r1", "r2"),
                new LabEvent.Started(NOW, "r1", "lab"),
                new LabEvent.Released(NOW, "r1", "lab", "no time"),
                new LabEvent.Questioned(NOW, "r1", "silent"),
                new LabEvent.Reported(NOW, new Result(request, "lab", "eis", VALUES, List.of(PROVENANCE), NOW)),
                new LabEvent.Amended(
                        NOW,
                        new Result(request, "lab", "eis", VALUES, List.of(PROVENANCE), NOW).amended(VALUES, NOW),
                        "anna",
                        "wrong scale"),
                new LabEvent.Deleted(NOW, "r1", "anna", "a leak"),
                new LabEvent.Registered(NOW, registration(), "anna"),
                new LabEvent.Retired(NOW, "far", "anna", "moved"),
                new LabEvent.CampaignBegun(NOW, "c1", campaign),
                new LabEvent.CampaignBegun(NOW, "c2", campaign.in(space()).knowing(List.of(earlier()))),
                new LabEvent.CampaignBegun(NOW, "c3", dear()),
                new LabEvent.TrialSuggested(NOW, "c1", 1, VALUES, AGENT, "r1", Grounds.UNKNOWN),
                new LabEvent.TrialSuggested(NOW, "c1", 2, VALUES, AGENT, "r1", grounds()),
                new LabEvent.OptimizerSwapped(NOW, "c1", "random", "forest", "me", VALUES),
                new LabEvent.Shadowed(NOW, "c1", "bayes", VALUES, "me"),
                new LabEvent.ShadowAnswered(
                        NOW, "c1", new Shadow.Answer(3, AGENT, VALUES, VALUES, Values.none(), "no model")),
                new LabEvent.Respaced(NOW, "c1", space(), "me"),
                new LabEvent.CampaignStopping(NOW, "c1", "me"),
                new LabEvent.CampaignEnded(NOW, "c1", Campaign.State.COMPLETED, ""),
                new LabEvent.Appeared(NOW, "pump", "device", AGENT),
                new LabEvent.Vanished(NOW, "pump", "device"),
                new LabEvent.Faulted(NOW, "pump", "broken"),
                new LabEvent.StepBegun(NOW, "run-1", "a", AGENT, VALUES, true, 2, List.of()),
                new LabEvent.StepEnded(
                        NOW,
                        "run-1",
                        "a",
                        new Outcome.Stopped("told to", PROVENANCE),
                        List.of(
                                new Effect.Used("salt", Quantity.of(1, "g")),
                                new Effect.Made("s-2", List.of("s-1"), Quantity.of(2, "mL"), "rack-1"),
                                new Effect.Ended("s-1"))),
                new LabEvent.StepAsked(NOW, "run-1", "q", "Is it clear?"),
                new LabEvent.RunOrdered(NOW, "run-1", new Order(Verb.PAUSE_NOW, "a", "me", "lunch", false)),
                new LabEvent.RunEnded(NOW, "run-1", Run.State.COMPLETED, VALUES, "", Run.Flag.STOPPED_EARLY),
                new LabEvent.Barred(NOW, "pump", new Bar(Bar.Kind.HOLD, "me", "cleaning", NOW, Optional.of(NOW))),
                new LabEvent.Barred(NOW, "pump", new Bar(Bar.Kind.STOPPED, "me", "leak", NOW, Optional.empty())),
                new LabEvent.Unbarred(NOW, "pump", Bar.Kind.STOPPED, "me", "mended"),
                new LabEvent.Supplied(
                        NOW,
                        new Stock("salt", Quantity.of(5, "g"), Quantity.of(1, "g"), "lot 7", Optional.empty()),
                        "me"),
                new LabEvent.Entered(NOW, "s-1", new Effect.Moved("s-1", "rack-2"), "me", "was wrong"),
                new LabEvent.Noted(NOW, "r1", "finales", "{}"),
                new LabEvent.StateChanged(
                        NOW, "pump", Station.State.ERROR, Optional.of(Detail.FAULT), "it has stalled"),
                new LabEvent.StateChanged(NOW, "pump", Station.State.IDLE, Optional.empty(), ""),
                new LabEvent.PluginOrdered(NOW, "org.x", "installed", "1.1.0", "ab12", "anna"),
                new LabEvent.Upgraded(NOW, "org.x", "swap-1", "1.0.0", "1.1.0"),
                new LabEvent.Restored(NOW, "org.x", "swap-1", "1.1.0", "1.0.0", "bad"));
    }

    /** A space with everything there is. */
    private static Space space() {
        Map<String, Map<String, Double>> numbers = Map.of("EC", Map.of("eps", 89.8), "DMC", Map.of("eps", 3.1));
        return new Space(
                        List.of(
                                Parameter.real("a", "1", 0, 1),
                                Parameter.real("b", "1", 0, 1),
                                Parameter.real("r", "1/s", 0.1, 10),
                                Parameter.choice("size", "S", "M"),
                                Parameter.choice("solvent", "EC", "DMC")),
                        List.of(VALUES))
                .mixing(new Mixture(List.of("a", "b"), Quantity.of(100, "%"), 1))
                .where(new LinearConstraint(Map.of("a", 1.5, "r", -2.0), Double.NEGATIVE_INFINITY, 3))
                .seen("r", new Scale.Log())
                .seen("size", new Scale.Ordered())
                .seen("solvent", new Scale.Described(numbers));
    }

    private static History earlier() {
        return new History("before", "c0", List.of(new Observation(VALUES, VALUES), Observation.failed(VALUES)));
    }

    private static Campaign dear() {
        Parameter method = Parameter.choice("method", "simulation", "experiment");
        Fidelity fidelity = new Fidelity(
                "method",
                List.of(
                        new Fidelity.Level(new Text("simulation"), 1),
                        new Fidelity.Level(new Text("experiment"), 20.5)));
        Problem problem = new Problem(
                Space.of(method),
                List.of(new Objective("k", Objective.Goal.MAXIMIZE)),
                List.of(new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(95, "%"))),
                Optional.of(fidelity));
        return new Campaign(
                "c",
                "conductivity",
                List.of(),
                problem,
                VALUES,
                40,
                2,
                "random",
                List.of(new Campaign.Swap(20, "bayes", VALUES)),
                42,
                true,
                Optional.empty(),
                VALUES,
                List.of(),
                Quality.Level.OK);
    }

    private static Grounds grounds() {
        return new Grounds(
                VALUES, 0.25, "why not", Map.of("noise", "0.1"), List.of(AGENT), VALUES, 7, List.of(1, 2), "ab");
    }

    private static Registration registration() {
        Capability capability =
                new Capability("k", List.of(Parameter.real("t", "K", 200, 400)), List.of(Parameter.real("k", "mS/cm")));
        Price price = new Price(Price.Source.SIMULATION, 2.5, Duration.ofMinutes(5), Double.NaN);
        Offer offer = new Offer("k", "md", capability, List.of(List.of(Parameter.real("t", "K", 250, 300))), price);
        return new Registration("far", "anna", List.of(offer), Duration.ofSeconds(30));
    }
}
