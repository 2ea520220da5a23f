package org.busbar.lab;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.lab.PluginHistory.Course;
import org.busbar.lab.PluginSwap.Commit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Puts plug-ins to work and takes them away, as transactions. For one symbolic name by one thread at a time only. */
final class PluginWork {

    private final PluginList list;
    private final PluginHistory history;
    private final Bundles bundles;
    private final PluginSwap swap;
    private final Journal journal;
    private final List<Runnable> interested = new CopyOnWriteArrayList<>();

    PluginWork(PluginList list, PluginHistory history, Bundles bundles, PluginSwap swap, Journal journal) {
        this.list = list;
        this.history = history;
        this.bundles = bundles;
        this.swap = swap;
        this.journal = journal;
    }

    /** Calls back whenever something was put to work; must return at once. */
    void onNew(Runnable callback) {
        interested.add(callback);
    }

    /**
     * Puts something in the place of what is at work under its name.
     *
     * @param back whether it is a step back
     * @param commit what has to be done for it to hold
     * @throws PluginFault if that failed and everything is as before
     */
    void put(PluginTarget target, boolean back, Commit commit) throws PluginFault, InterruptedException {
        Bundle current = list.current(target.bundle());
        Commit whole = () -> commit(Optional.ofNullable(current).map(PluginList::target), target, back, commit);
        Bundle fresh = current == null ? begin(target, whole) : exchange(current, target, back, whole);
        list.tell(fresh, "");
        interested.forEach(Runnable::run);
    }

    private void commit(Optional<PluginTarget> from, PluginTarget to, boolean back, Commit commit) throws PluginFault {
        Course before = history.of(to.bundle());
        try {
            if (back) {
                history.back(to);
            } else {
                history.forward(from, to);
            }
            commit.make();
        } catch (UncheckedIOException e) {
            throw new PluginFault(String.valueOf(e.getMessage()));
        } catch (PluginFault e) {
            history.restore(to.bundle(), before);
            throw e;
        }
    }

    private Bundle begin(PluginTarget target, Commit commit) throws PluginFault {
        Bundle fresh = bundles.prepare(target.location());
        try {
            bundles.start(fresh);
            commit.make();
            return fresh;
        } catch (PluginFault e) {
            bundles.remove(fresh);
            throw e;
        }
    }

    private Bundle exchange(Bundle current, PluginTarget target, boolean back, Commit commit)
            throws PluginFault, InterruptedException {
        String from = current.getVersion().toString();
        String to = target.version().toString();
        String id = UUID.randomUUID().toString();
        list.swapping(current, target);
        try {
            Bundle fresh = swap.exchange(current, target, back, commit);
            journal.append(new LabEvent.Upgraded(Instant.now(), target.bundle(), id, from, to));
            return fresh;
        } catch (PluginFault e) {
            journal.append(new LabEvent.Restored(Instant.now(), target.bundle(), id, to, from, e.reason()));
            throw e;
        } finally {
            retell(current);
        }
    }

    private void retell(Bundle former) {
        if (former.getState() != Bundle.UNINSTALLED) {
            list.tell(former, "");
        }
    }

    /**
     * Goes back to what came with Busbar under that name, or to nothing.
     *
     * @throws PluginFault if that failed and everything is as before
     */
    void fallBack(String name) throws PluginFault, InterruptedException {
        Bundle current = list.current(name);
        Optional<PluginTarget> shipped = list.shipped(name);
        if (shipped.isPresent() && (current == null || isForeign(current))) {
            put(shipped.get(), true, () -> {});
        } else if (current != null && isForeign(current)) {
            swap.withdraw(current, () -> gone(name));
        }
        if (list.current(name) == null) {
            list.forget(name);
        }
    }

    private void gone(String name) throws PluginFault {
        try {
            history.gone(name);
        } catch (UncheckedIOException e) {
            throw new PluginFault(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it is a plug-in that did not come with Busbar. */
    private boolean isForeign(@Nullable Bundle bundle) {
        return bundle != null && list.isPlugin(bundle) && !list.isShipped(bundle);
    }

    /** Why a jar could not be resolved; empty if it could. Nothing of it is run. */
    Optional<String> unresolved(PluginJar jar) {
        try {
            bundles.remove(bundles.prepare(jar.target().location()));
            return Optional.empty();
        } catch (PluginFault e) {
            return Optional.of(e.reason());
        }
    }
}
