package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.junit.jupiter.api.Test;

/** Rule D11: a safety-stop goes round every queue and lock, to all devices at once. */
class SafetyStopTest {

    @Test
    void d11_a_safety_stop_reaches_all_devices_at_once_while_one_hangs() throws Exception {
        TestLab lab = TestLab.create(20, 3000);
        lab.drop(PluginJars.build("test.stirrer", "1", "stirrer", Map.of()), "stirrer.jar");
        lab.device("org.busbar.distribution.tests.stirrer.Stirrer", "hanging", Map.of("lasts", 60_000, "hangs", true));
        try (Server server = Server.start(lab)) {
            Await.until("the stirrer is there", () -> server.station("hanging").isPresent());
            server.orchestrator().submit(Runs.of("hangs", Runs.act("hold", "hold", "hanging")));
            server.orchestrator().submit(Runs.formulate("at work", "formulator-1"));
            server.orchestrator().submit(Runs.formulate("in line", "formulator-1"));
            server.orchestrator().submit(Runs.formulate("beside", "formulator-2"));
            List.of("hanging", "formulator-1", "formulator-2").forEach(device -> lab.awaitBegin(device, 1));

            CompletableFuture<List<SafetyStop>> stop =
                    CompletableFuture.supplyAsync(() -> server.orchestrator().safetyStop("Ada", "smoke"));
            Await.until(
                    "both formulators have stopped",
                    Await.AT_ONCE,
                    () -> lab.entries(TestLab.FORMULATORS, "interrupted").size() == 2);
            assertFalse(stop.isDone(), "the hanging device is still waited for");
            Map<String, SafetyStop> answers = stop.get(10, TimeUnit.SECONDS).stream()
                    .collect(Collectors.toMap(SafetyStop::device, Function.identity()));
            assertEquals(5, answers.size());
            answers.forEach(
                    (device, answer) -> assertEquals(!device.equals("hanging"), answer.confirmed(), answer::toString));
            assertTrue(answers.get("hanging").detail().contains("go and look"));

            assertTrue(server.open("in line").orElseThrow().detail().contains("smoke"));
            assertEquals(2, lab.entries(TestLab.FORMULATORS, "begin").size());
            server.awaitState("at work", Run.State.RECOVERING);
            server.orchestrator().clearSafetyStop("Ada", "false alarm");
            lab.awaitBegin("formulator-1", 2); // the one in line
            server.abort("in line", "enough");
            lab.write("data/world/release", "");
        }
    }
}
