package org.busbar.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Station;
import org.busbar.plug.Agents;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Exchanges a bundle as a transaction: prepare the new one beside the old, let the old one's devices come to rest,
 * switch, verify, commit; where verification fails, the old one is put back. All other devices go on.
 */
final class PluginSwap {

    private static final Duration REST = Duration.ofMinutes(10);
    static final Duration ARRIVAL = Duration.ofSeconds(10);
    private static final Duration LESS = Duration.ofSeconds(2); // that a version from before may bring less is known
    private static final Duration SELF_TEST = Duration.ofSeconds(30);

    private final BundleContext context;
    private final Bundles bundles;
    private final Orchestrator orchestrator;
    private final Duration arrival;

    /** @param arrival how long a new version may take to bring what the old one did */
    PluginSwap(BundleContext context, Bundles bundles, Orchestrator orchestrator, Duration arrival) {
        this.context = context;
        this.bundles = bundles;
        this.orchestrator = orchestrator;
        this.arrival = arrival;
    }

    /** What has to be done once the new version is verified, for the exchange to hold. */
    @FunctionalInterface
    interface Commit {
        void make() throws PluginFault;
    }

    /**
     * Puts another version in the place of a bundle.
     *
     * @param back whether it is a step back, to a version that may bring less
     * @return the new bundle, at work
     * @throws PluginFault if that failed and the old bundle is at work as before
     */
    Bundle exchange(Bundle old, PluginTarget target, boolean back, Commit commit)
            throws PluginFault, InterruptedException {
        Bundle fresh = bundles.prepare(target.location());
        Set<String> ids = Bundles.offers(old);
        Set<String> unfit = unfit();
        List<String> resting = rest(old, fresh);
        try {
            change(old, fresh, () -> {
                verify(fresh, ids, unfit, back);
                commit.make();
            });
            bundles.remove(old);
            return fresh;
        } finally {
            resting.forEach(orchestrator::resume);
        }
    }

    private interface Step {
        void take() throws PluginFault, InterruptedException;
    }

    private void change(Bundle old, Bundle fresh, Step step) throws PluginFault, InterruptedException {
        Set<String> ids = Bundles.offers(old);
        try {
            bundles.stop(old);
            step.take();
        } catch (PluginFault | InterruptedException | RuntimeException e) {
            restore(old, fresh, ids);
            throw e;
        }
    }

    /** Takes a bundle away once its devices rest. */
    void withdraw(Bundle old, Commit commit) throws PluginFault, InterruptedException {
        List<String> resting = rest(Bundles.devices(old));
        try {
            commit.make();
            bundles.remove(old);
        } finally {
            resting.forEach(orchestrator::resume);
        }
    }

    /** Devices that do not work: an exchange cannot be blamed for them. */
    private Set<String> unfit() {
        return orchestrator.stations().stream()
                .filter(station -> station.state() == Station.State.OFFLINE || station.state() == Station.State.ERROR)
                .map(Station::id)
                .collect(Collectors.toSet());
    }

    private List<String> rest(Bundle old, Bundle fresh) throws PluginFault, InterruptedException {
        try {
            return rest(Bundles.devices(old));
        } catch (PluginFault | InterruptedException e) {
            bundles.remove(fresh);
            throw e;
        }
    }

    private List<String> rest(List<ServiceReference<?>> devices) throws PluginFault, InterruptedException {
        List<String> resting = new ArrayList<>();
        try {
            for (ServiceReference<?> device : devices) {
                String id = Agents.id(device);
                if (!orchestrator.quiesce(id, REST)) {
                    throw new PluginFault("the device " + id + " did not come to rest within " + REST.toMinutes()
                            + " min; end its run, then try again");
                }
                resting.add(id);
            }
            return resting;
        } catch (PluginFault | InterruptedException e) {
            resting.forEach(orchestrator::resume);
            throw e;
        }
    }

    private void verify(Bundle fresh, Set<String> ids, Set<String> unfit, boolean back)
            throws PluginFault, InterruptedException {
        bundles.start(fresh);
        if (!arrive(fresh, ids, back && LESS.compareTo(arrival) < 0 ? LESS : arrival) && !back) {
            ids.removeAll(Bundles.offers(fresh));
            throw new PluginFault(fresh.getSymbolicName() + " " + fresh.getVersion() + " does not bring " + ids
                    + " within " + arrival.toSeconds() + " s");
        }
        for (ServiceReference<?> device : Bundles.devices(fresh)) {
            if (!unfit.contains(Agents.id(device))) {
                selfTest(device);
            }
        }
    }

    private static boolean arrive(Bundle fresh, Set<String> ids, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!Bundles.offers(fresh).containsAll(ids)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    private void selfTest(ServiceReference<?> reference) throws PluginFault, InterruptedException {
        String id = Agents.id(reference);
        Object service = context.getService(reference);
        if (!(service instanceof Device device)) {
            throw new PluginFault("the device " + id + " could not be started");
        }
        CompletableFuture<Void> test = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(device, test), "self-test-" + id);
        thread.setDaemon(true);
        thread.start();
        try {
            test.get(SELF_TEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new PluginFault("the self-test of " + id + " failed: " + reason(e));
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new PluginFault("the self-test of " + id + " did not end within " + SELF_TEST.toSeconds() + " s");
        } finally {
            context.ungetService(reference);
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }

    private static void run(Device device, CompletableFuture<Void> test) {
        try {
            device.selfTest();
            test.complete(null);
        } catch (Exception | LinkageError e) {
            test.completeExceptionally(e);
        }
    }

    private void restore(Bundle old, Bundle fresh, Set<String> ids) throws PluginFault, InterruptedException {
        bundles.remove(fresh);
        bundles.start(old);
        if (!arrive(old, ids, ARRIVAL)) {
            throw new PluginFault("the old version " + old.getVersion() + " of " + old.getSymbolicName()
                    + " could not be put back completely: restart Busbar");
        }
    }
}
