package org.busbar.testkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.device.Device;
import org.jspecify.annotations.Nullable;

/** What one contract test class has shown about one driver. Safe for use by many threads. */
final class Verdicts {

    /** How a test ended. */
    enum Ending {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * What one test has shown.
     *
     * @param test its name in words
     * @param reason why it failed or was skipped; empty if it passed
     */
    record Verdict(int assertion, String test, Ending ending, String reason) {}

    private final Class<?> contract;
    private final Map<Method, Verdict> byTest = new ConcurrentHashMap<>();
    private volatile @Nullable Class<?> driver;
    private volatile String link = "";
    private volatile String hardware = "";

    Verdicts(Class<?> contract) {
        this.contract = contract;
    }

    void driver(Device device) {
        driver = device.getClass();
    }

    /**
     * What the driver was tried on.
     *
     * @param uri of a real link; empty if it was simulated
     * @param told the model and firmware, as the instrument told
     */
    void hardware(String uri, String told) {
        link = uri;
        hardware = told;
    }

    void add(Method test, Ending ending, String reason) {
        Assertion assertion = test.getAnnotation(Assertion.class);
        if (assertion != null) {
            String words = test.getName().replace('_', ' ');
            byTest.put(test, new Verdict(assertion.value(), words, ending, reason));
        }
    }

    /** By assertion; those of which nothing was tried have an empty list. */
    Map<Integer, List<Verdict>> byAssertion() {
        Map<Integer, List<Verdict>> all = new TreeMap<>();
        for (int number = 1; number <= Conformance.ASSERTIONS.size(); number++) {
            int wanted = number;
            all.put(
                    number,
                    byTest.values().stream()
                            .filter(verdict -> verdict.assertion() == wanted)
                            .sorted((one, other) -> one.test().compareTo(other.test()))
                            .toList());
        }
        return all;
    }

    /** Whether every test of the contract was run and none has failed. */
    boolean conforms() {
        boolean all = Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Assertion.class))
                .allMatch(byTest::containsKey);
        return all && byTest.values().stream().noneMatch(verdict -> verdict.ending() == Ending.FAILED);
    }

    /** The name of the contract test without its ending, which files are named after. */
    String name() {
        return contract.getSimpleName().replaceFirst("(Driver|Device)?(Contract)?(Test)?$", "");
    }

    /** The class of the driver; empty if none was made. */
    String driver() {
        Class<?> known = driver;
        return known == null ? "" : known.getName();
    }

    String link() {
        return link;
    }

    String hardware() {
        return hardware;
    }
}
