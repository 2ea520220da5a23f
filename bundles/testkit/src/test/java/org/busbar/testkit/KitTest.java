package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busbar.links.serve.InstrumentServer;
import org.busbar.testkit.doser.DoserSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit itself: a good driver passes, and each bad one fails what it should, and nothing else that is tried. */
class KitTest {

    private static final String DOSER = "org.busbar.testkit.doser.";

    /** Quick enough to be tried with every bad driver. */
    private static final Set<Integer> ALWAYS = Set.of(1, 4, 13);

    @TempDir
    Path folder;

    /** Runs a contract; gives what became of each test, PASSED in case of success, else what it threw. */
    private Map<String, String> run(String contract, Set<Integer> assertions) {
        Map<String, String> endings = new ConcurrentSkipListMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(DOSER + contract))
                .filters(only(assertions))
                .configurationParameter(Conformance.FOLDER, folder.toString())
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    String said = result.getThrowable().map(Throwable::toString).orElse("");
                    endings.put(test.getDisplayName().replace("()", ""), result.getStatus() + " " + said);
                }
            }
        });
        return endings;
    }

    private static PostDiscoveryFilter only(Set<Integer> assertions) {
        return test -> test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(Assertion.class))
                .map(assertion -> FilterResult.includedIf(assertions.contains(assertion.value())))
                .orElse(FilterResult.included("a class"));
    }

    private static Map<String, String> failed(Map<String, String> endings) {
        Map<String, String> failed = new TreeMap<>(endings);
        failed.values().removeIf(ending -> !ending.startsWith("FAILED"));
        return failed;
    }

    @Test
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
    void a_good_driver_passes_and_is_said_to_conform() throws Exception {
        Set<Integer> all = IntStream.rangeClosed(1, 13).boxed().collect(Collectors.toSet());
        Map<String, String> endings = run("GoodContract", all);
        assertEquals(Map.of(), failed(endings));
        assertEquals(37, endings.size());
        String badge = Files.readString(folder.resolve("Good.badge.json"));
        assertTrue(badge.contains("\"conforms\": true"), badge);
        assertTrue(badge.contains("\"swaps\": " + Integer.getInteger("busbar.swaps", 100)), badge);
        assertTrue(badge.contains("\"verified\": \"unverified\""), badge);
        assertTrue(badge.contains("\"signature\": \"unsigned\""), badge);
        String report = Files.readString(folder.resolve("Good.md"));
        assertTrue(report.contains("org.busbar.testkit.doser.Doser"), report);
        assertTrue(report.contains("skipped: does the same on a real link: no real link was given"), report);
    }

    @Test
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
    void a_driver_of_which_not_all_was_tried_is_not_said_to_conform() throws Exception {
        assertEquals(Map.of(), failed(run("GoodContract", Set.of(1))));
        String badge = Files.readString(folder.resolve("Good.badge.json"));
        assertTrue(badge.contains("\"conforms\": false"), badge);
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void the_same_is_tried_on_a_real_link() throws Exception {
        try (InstrumentServer server = InstrumentServer.tcp(new DoserSimulator().instrument(Map.of()), 0)) {
            System.setProperty("busbar.link", "tcp://localhost:" + server.port() + "?timeout=2s");
            assertEquals(Map.of(), failed(run("GoodContract", Set.of(1, 2, 3, 8, 11))));
        } finally {
            System.clearProperty("busbar.link");
        }
        String report = Files.readString(folder.resolve("Good.md"));
        assertTrue(report.contains("?timeout=2s: DOSER 7"), report);
        assertTrue(report.contains("passed: does the same on a real link"), report);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|describes_itself",
                "2|gets_no_work_while_another_instrument_answers gets_no_work_while_nothing_answers"
                        + " is_activated_at_once_whatever_the_link_does",
                "3|sends_nothing_for_inputs_that_are_refused",
                "4|can_do_twice_what_it_says_is_repeatable",
                "5|is_safe_while_the_line_hangs",
                "6|gets_no_work_when_the_instrument_never_answers_again has_failed_when_the_instrument_says_no"
                        + " is_stopped_when_the_instrument_does_not_answer"
                        + " leaves_open_what_it_did_when_the_answer_was_lost"
                        + " never_takes_a_damaged_answer_for_a_good_one",
                "7|performs_every_action_in_time_and_gives_what_it_declares",
                "8|leaves_nothing_behind",
                "9|can_be_unloaded",
                "10|tells_that_an_action_is_still_at_work tells_that_an_action_never_began",
                "11|has_the_same_actions_on_every_link",
                "12|tells_no_secret uses_what_it_declares",
                "13|has_right_examples_in_its_readme",
            })
    void a_bad_driver_fails_what_it_should(int assertion, String tests) throws Exception {
        Set<Integer> tried = new TreeSet<>(ALWAYS);
        tried.add(assertion);
        Map<String, String> failed = failed(run("Bad$Contract" + assertion, tried));
        assertEquals(Set.of(tests.split(" ")), failed.keySet(), failed.toString());
        String badge = Files.readString(folder.resolve("Contract" + assertion + ".badge.json"));
        assertTrue(badge.contains("\"conforms\": false"), badge);
    }
}
