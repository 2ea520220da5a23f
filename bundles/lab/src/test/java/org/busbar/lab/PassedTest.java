package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.junit.jupiter.api.Test;

class PassedTest {

    private static final Agent PUMP = new Agent("pump", "org.x", "1.0.0", "abc", Map.of("port", "1"));
    private static final Values IN = volt(1);
    private static final Values OUT = volt(2);
    private static final Run RUN =
            new Run("run", new Sequence("s", "1", List.of(), List.of(), Map.of()), Values.none(), "request:r");

    private static Values volt(double value) {
        return Values.of("x", Quantity.of(value, "V"));
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static LabEvent begun(int second, Values inputs, int attempt) {
        return new LabEvent.StepBegun(at(second), "run", "loop[2]/s", PUMP, inputs, false, attempt, List.of());
    }

    private static Provenance by(Agent agent, Values inputs, int from, int to) {
        return new Provenance("loop[2]/s", agent, "dispense", inputs, at(from), at(to));
    }

    private static LabEvent ended(int second, Outcome outcome) {
        return new LabEvent.StepEnded(at(second), "run", "loop[2]/s", outcome);
    }

    private static LabEvent settled(int second, Settlement settlement) {
        return new LabEvent.StepSettled(at(second), "run", "loop[2]/s", settlement, "alice");
    }

    private static List<Provenance> of(LabEvent... past) {
        return Passed.provenance(
                Stream.of(past).map(event -> new Recorded(1, event)).toList(), RUN);
    }

    @Test
    void what_was_done_is_complete_in_itself() {
        assertEquals(
                List.of(by(PUMP, IN, 1, 2).complete(OUT, "request:r")),
                of(begun(1, IN, 1), ended(2, new Outcome.Done(OUT, by(PUMP, IN, 1, 2)))));
    }

    @Test
    void what_failed_and_what_is_to_be_repeated_is_left_out() {
        assertEquals(
                List.of(by(PUMP, volt(3), 5, 6).complete(OUT, "request:r")),
                of(
                        begun(1, IN, 1),
                        ended(2, new Outcome.Failed("dry", by(PUMP, IN, 1, 2))),
                        settled(3, new Settlement.Repeat(volt(3))),
                        begun(5, volt(3), 2),
                        ended(6, new Outcome.Done(OUT, by(PUMP, volt(3), 5, 6)))));
    }

    @Test
    void what_a_person_says_happened_is_by_that_person_with_the_inputs_of_the_last_attempt() {
        assertEquals(
                List.of(by(Agent.named("alice"), volt(3), 5, 9).complete(OUT, "request:r")),
                of(
                        begun(1, IN, 1),
                        ended(2, new Outcome.Failed("dry", by(PUMP, IN, 1, 2))),
                        begun(5, volt(3), 2),
                        ended(6, new Outcome.Unknown("link lost", by(PUMP, volt(3), 5, 6))),
                        settled(9, new Settlement.Happened(OUT))));
    }

    @Test
    void an_answer_to_a_question_is_by_the_person_who_gave_it() {
        LabEvent asked = new LabEvent.StepAsked(at(1), "run", "loop[2]/s", "How much?");
        assertEquals(
                List.of(new Provenance(
                        "loop[2]/s", Agent.named("alice"), "ask", Values.none(), OUT, "request:r", at(1), at(4))),
                of(asked, settled(4, new Settlement.Happened(OUT))));
    }

    @Test
    void a_clock_that_jumps_back_ends_nothing_before_it_began() {
        Provenance provenance =
                of(begun(5, IN, 1), settled(2, new Settlement.Happened(OUT))).get(0);
        assertEquals(at(5), provenance.started());
        assertEquals(at(5), provenance.ended());
    }
}
