package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Station;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkFault.Kind;
import org.busbar.api.link.LinkStatus;

/** How a driver ends: what it leaves behind, and how it comes back after its link was lost. */
final class Endings {

    private static final int LOSSES = 3;
    private static final int SWAPS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final DriverContract contract;

    Endings(DriverContract contract) {
        this.contract = contract;
    }

    void comesBack() throws Exception {
        String action = Trials.failing(contract).get(0);
        try (Scenario scenario = Scenario.of(contract, action)) {
            for (int i = 0; i < LOSSES; i++) {
                long before = scenario.lab().last();
                scenario.inject(LinkFault.once(Kind.DROP_BEFORE));
                scenario.reset();
                scenario.awaitChange(before, Station.State.OFFLINE, Detail.OFFLINE);
                scenario.reconnect();
                scenario.awaitState(Station.State.IDLE);
            }
            scenario.works();
        }
    }

    void leavesNothingBehind() throws Exception {
        use(); // what the first use loads stays for good
        Set<Thread> threads = Set.copyOf(Thread.getAllStackTraces().keySet());
        long files = openFiles();
        List<LinkStatus> lines = use();
        assertEquals(List.of(), lines, "The driver has not closed its links");
        Lab.await(
                () -> Optional.of(Swaps.threads(threads)).filter(List::isEmpty),
                PATIENCE,
                () -> "The driver leaves threads behind: " + Swaps.threads(threads));
        Require.that(
                openFiles() <= files,
                "The driver leaves " + (openFiles() - files) + " files or sockets open: " + names());
    }

    /** Works with a driver and takes it away; gives the lines that somebody still has. */
    private List<LinkStatus> use() throws Exception {
        try (Stand stand = new Stand()) {
            Device device = stand.device(contract);
            String action = contract.failing(device).get(0);
            contract.prepare(device, action);
            device.selfTest();
            Attempt.find(device, action).perform(contract.trial(action));
            stand.done(device);
            return stand.switchboard().links().stream()
                    .filter(line -> !line.users().isEmpty())
                    .toList();
        }
    }

    private static long openFiles() throws IOException {
        return names().size();
    }

    private static List<String> names() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(Files::exists).map(Path::toString).toList();
        }
    }

    /** How often classes come and go. */
    static int swaps() {
        return Integer.getInteger("busbar.swaps", SWAPS);
    }

    void canBeUnloaded() throws Exception {
        Device device = contract.device();
        Class<?> driver = device.getClass();
        int swaps = swaps();
        contract.done(device);
        int left = new Swaps(contract.getClass(), driver, Stand.current().folder()).left(swaps);
        assertEquals(
                0,
                left,
                "The classes of " + left + " of " + swaps + " drivers are still there after they were taken away: look"
                        + " for threads, ThreadLocals and listeners of the driver");
    }
}
