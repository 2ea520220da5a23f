package org.busbar.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Orchestrator;
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
    private static final Duration ARRIVAL = Duration.ofSeconds(10);
    private static final Duration SELF_TEST = Duration.ofSeconds(30);

    private final BundleContext context;
    private final Bundles bundles;
    private final Orchestrator orchestrator;

    PluginSwap(BundleContext context, Bundles bundles, Orchestrator orchestrator) {
        this.context = context;
        this.bundles = bundles;
        this.orchestrator = orchestrator;
    }

    /**
     * Puts the new jar in the place of the old bundle.
     *
     * @return the new bundle, at work
     * @throws PluginFault if that failed and the old bundle is at work as before
     */
    Bundle exchange(Bundle old, PluginJar jar) throws PluginFault, InterruptedException {
        Bundle fresh = bundles.prepare(jar);
        Set<String> ids = Bundles.offers(old);
        List<String> resting = rest(Bundles.devices(old));
        try {
            bundles.stop(old);
            verify(fresh, ids);
            bundles.remove(old);
            return fresh;
        } catch (PluginFault | InterruptedException e) {
            restore(old, fresh, ids);
            throw e;
        } finally {
            resting.forEach(orchestrator::resume);
        }
    }

    /** Takes a bundle away once its devices rest. */
    void withdraw(Bundle old) throws PluginFault, InterruptedException {
        List<String> resting = rest(Bundles.devices(old));
        try {
            bundles.remove(old);
        } finally {
            resting.forEach(orchestrator::resume);
        }
    }

    private List<String> rest(List<ServiceReference<?>> devices) throws PluginFault, InterruptedException {
        List<String> resting = new ArrayList<>();
        for (ServiceReference<?> device : devices) {
            String id = Agents.id(device);
            if (!orchestrator.quiesce(id, REST)) {
                resting.forEach(orchestrator::resume);
                throw new PluginFault("the device " + id + " did not come to rest within " + REST.toMinutes()
                        + " min; end its run, then drop the file again");
            }
            resting.add(id);
        }
        return resting;
    }

    private void verify(Bundle fresh, Set<String> ids) throws PluginFault, InterruptedException {
        bundles.start(fresh);
        if (!arrive(fresh, ids)) {
            ids.removeAll(Bundles.offers(fresh));
            throw new PluginFault(fresh.getSymbolicName() + " " + fresh.getVersion() + " does not bring " + ids
                    + " within " + ARRIVAL.toSeconds() + " s");
        }
        for (ServiceReference<?> device : Bundles.devices(fresh)) {
            selfTest(device);
        }
    }

    private static boolean arrive(Bundle fresh, Set<String> ids) throws InterruptedException {
        long end = System.nanoTime() + ARRIVAL.toNanos();
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
        if (!arrive(old, ids)) {
            throw new PluginFault("the old version " + old.getVersion() + " of " + old.getSymbolicName()
                    + " could not be put back completely: restart Busbar");
        }
    }
}
