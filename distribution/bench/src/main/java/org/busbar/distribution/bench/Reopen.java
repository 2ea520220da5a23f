package org.busbar.distribution.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.TenantDesk;
import org.busbar.campaign.JournaledCampaigns;
import org.busbar.inventory.JournaledInventory;
import org.busbar.journal.SqliteJournal;
import org.busbar.json.Json;
import org.busbar.orchestrator.JournaledOrchestrator;

/** Opens a journal and what lives on it in a process of its own, and prints how many seconds each took, by the clock and of the processors. */
public final class Reopen {

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private Reopen() {}

    /** Takes the file of the journal. */
    public static void main(String... words) throws Exception {
        Reopen reopen = new Reopen();
        reopen.all(Path.of(words[0]));
        System.out.println(Json.write(reopen.seconds));
        Runtime.getRuntime().halt(0); // what was open has been taken up and would go on
    }

    /** The name of the processor time of a part. */
    static String processor(String what) {
        return what + ", processor time";
    }

    /** Of this process, all threads together, ns. */
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void all(Path file) throws Exception {
        SqliteJournal journal = timed("journal", () -> new SqliteJournal(file));
        JournaledInventory inventory = timed("inventory", () -> new JournaledInventory(journal));
        JournaledOrchestrator orchestrator = timed("orchestrator", () -> new JournaledOrchestrator(journal, inventory));
        JournaledBroker broker =
                timed("broker", () -> new JournaledBroker(journal, new Board(journal), new TenantDesk(journal)));
        JournaledCampaigns campaigns = timed("campaigns", () -> new JournaledCampaigns(journal, broker));
        if (orchestrator.open().isEmpty()) {
            throw new IllegalStateException("No run was taken up");
        }
        timed(
                "list of campaigns",
                () -> campaigns.ids().stream().map(campaigns::standing).toList());
    }

    private <T> T timed(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        long worked = processorTime();
        T made = work.call();
        seconds.put(what, (System.nanoTime() - begun) / 1e9);
        seconds.put(processor(what), (processorTime() - worked) / 1e9);
        return made;
    }
}
