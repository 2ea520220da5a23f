package org.busbar.lab;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.busbar.plug.Agents;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts {@code plugins/*.jar} to work. Of several jars of one symbolic name it is the highest version; when that is
 * deleted, the next one takes over, at last the one that came with the distribution.
 */
final class PluginFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFiles.class);

    private final LabFolder lab;
    private final PluginStore store;
    private final DroppedJars dropped;
    private final PluginList list;
    private final PluginWork work;
    private final Admission admission;
    private final NamedLocks locks;
    private final ExecutorService worker = Executors.newCachedThreadPool(task -> new Thread(task, "lab-plugins"));
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>(); // by the hash of the jar

    /** A jar that was tried and could not be used, and whether it may be later. */
    private record Refusal(PluginJar jar, String reason, boolean lacking) {}

    PluginFiles(
            LabFolder lab,
            PluginStore store,
            DroppedJars dropped,
            PluginList list,
            PluginWork work,
            Admission admission,
            NamedLocks locks) {
        this.lab = lab;
        this.store = store;
        this.dropped = dropped;
        this.list = list;
        this.work = work;
        this.admission = admission;
        this.locks = locks;
        work.onNew(this::retryLacking);
    }

    /** A file has come or changed; comes back at once. */
    void come(File file) {
        worker.execute(() -> take(file));
    }

    /** A file has gone; comes back at once. */
    void gone(File file) {
        worker.execute(() -> drop(file));
    }

    private void take(File file) {
        String name = lab.name(file);
        PluginJar jar;
        try {
            jar = store.keep(file.toPath(), name);
        } catch (IllegalArgumentException e) {
            lab.fault(name, name + " is not used: " + e.getMessage());
            return;
        }
        PluginJar before = dropped.put(file, jar);
        refused.remove(jar.sha256());
        lab.mended(name);
        if (before != null && !before.bundle().equals(jar.bundle())) {
            reconcile(before.bundle());
        }
        reconcile(jar.bundle());
    }

    private void drop(File file) {
        PluginJar jar = dropped.remove(file);
        lab.forget(file);
        if (jar != null) {
            refused.remove(jar.sha256());
            reconcile(jar.bundle());
        }
    }

    /** Brings what is at work in line with what is there. */
    private void reconcile(String name) {
        try {
            locks.inTurn(name, () -> {
                settle(name);
                store.tidy(name, dropped::has, sha256 -> list.isShipped(name, sha256));
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The plug-in {} could not be brought up to date", name, e);
            lab.fault(name, name + " could not be brought up to date: " + e.getMessage());
        }
    }

    private void settle(String name) throws InterruptedException {
        Optional<PluginJar> wanted = dropped.of(name).stream()
                .filter(jar -> !refused.containsKey(jar.sha256()))
                .findFirst();
        if (wanted.isPresent()) {
            putToWork(wanted.get());
            return;
        }
        try {
            work.fallBack(name);
        } catch (PluginFault e) {
            lab.fault(name, name + " is still at work: " + e.reason());
        }
    }

    private void putToWork(PluginJar jar) throws InterruptedException {
        Bundle current = list.current(jar.bundle());
        if (current != null && isAtWork(jar, current)) {
            list.tell(current, "");
            return;
        }
        Optional<String> refusal = admission.refusal(jar);
        if (refusal.isPresent()) {
            refuse(jar, refusal.get(), false);
            return;
        }
        try {
            work.put(jar.target(), false, () -> {});
        } catch (PluginFault e) {
            refuse(jar, e.reason(), e.reason().contains("no bundle brings it"));
        }
    }

    private static boolean isAtWork(PluginJar jar, Bundle current) {
        return Agents.sha256(current).equals(jar.sha256());
    }

    private void refuse(PluginJar jar, String reason, boolean lacking) {
        refused.put(jar.sha256(), new Refusal(jar, reason, lacking));
        lab.fault(jar.name(), jar + " is not used: " + reason);
        if (list.current(jar.bundle()) == null) {
            list.failed(jar, reason);
        }
    }

    /** What lacked a package may find it now. */
    private void retryLacking() {
        for (Refusal refusal : new ArrayList<>(refused.values())) {
            if (refusal.lacking() && refused.remove(refusal.jar().sha256(), refusal)) {
                lab.mended(refusal.jar().name());
                later(() -> reconcile(refusal.jar().bundle()));
            }
        }
    }

    private void later(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server is being stopped", e);
        }
    }

    /** What it has been told so far is not done any more. */
    List<Runnable> close() {
        return worker.shutdownNow();
    }
}
