package org.busbar.testkit;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Station;

/** Has a driver break down in the middle of an action, and looks who else is harmed. */
final class Crashes {

    private static final List<Supplier<Throwable>> WAYS = List.of(
            () -> new IllegalStateException("broken for the test"), () -> new LinkageError("broken for the test"));

    private Crashes() {}

    static void each(DriverContract contract) throws Exception {
        String action = Trials.failing(contract).get(0);
        for (Supplier<Throwable> way : WAYS) {
            try (Scenario broken = Scenario.behind(driver -> new Broken(driver, action, way), contract, action);
                    Scenario other = Scenario.of(contract, action)) {
                play(broken, other);
            }
        }
    }

    private static void play(Scenario broken, Scenario other) throws InterruptedException {
        long before = broken.lab().last();
        String run = broken.begin(Recovery.WAIT);
        broken.requireOutcome(run, Outcome.Unknown.class, "its driver breaks down");
        broken.awaitChange(before, Station.State.ERROR, Detail.DRIVER);
        other.works();
        broken.lab().giveUp(run);
        broken.works();
    }

    /** A driver that breaks down the first time that an action is done. */
    private static final class Broken implements Device {

        private final Device driver;
        private final String breaking;
        private final Supplier<Throwable> way;
        private boolean broke;

        Broken(Device driver, String breaking, Supplier<Throwable> way) {
            this.driver = driver;
            this.breaking = breaking;
            this.way = way;
        }

        @Override
        public List<Action> actions() {
            return driver.actions().stream().map(this::around).toList();
        }

        private Action around(Action action) {
            Parameter[] inputs = action.capability().inputs().toArray(Parameter[]::new);
            Parameter[] outputs = action.capability().outputs().toArray(Parameter[]::new);
            return Action.action(action.name())
                    .takes(inputs)
                    .gives(outputs)
                    .lasting(action::expected)
                    .does(given -> perform(action, given));
        }

        private Values perform(Action action, Values inputs) throws Exception {
            if (!broke && action.name().equals(breaking)) {
                broke = true;
                Throwable breakdown = way.get();
                if (breakdown instanceof Error error) {
                    throw error;
                }
                throw (Exception) breakdown;
            }
            return action.perform(inputs);
        }

        @Override
        public void makeSafe() throws Exception {
            driver.makeSafe();
        }

        @Override
        public Duration stopBound() {
            return driver.stopBound();
        }

        @Override
        public void selfTest() throws Exception {
            driver.selfTest();
        }
    }
}
