package org.busbar.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.busbar.plug.Agents;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Keeps what is put in as files of the lab's folder of plug-ins, so that there is one list, however one changes it. */
final class FolderShelf implements PluginShelf {

    private static final String UPLOAD = "the jar";

    private final PluginFolder folder;
    private final PluginStore store;
    private final DroppedJars dropped;
    private final PluginList list;
    private final PluginWork work;
    private final Admission admission;
    private final PluginImpact impact;
    private final NamedLocks locks;
    private final Journal journal;

    FolderShelf(
            PluginFolder folder,
            PluginStore store,
            DroppedJars dropped,
            PluginList list,
            PluginWork work,
            Admission admission,
            PluginImpact impact,
            NamedLocks locks,
            Journal journal) {
        this.folder = folder;
        this.store = store;
        this.dropped = dropped;
        this.list = list;
        this.work = work;
        this.admission = admission;
        this.impact = impact;
        this.locks = locks;
        this.journal = journal;
    }

    @Override
    public PluginPreview preview(Path file) {
        PluginJar jar = readable(() -> store.read(file.toAbsolutePath(), UPLOAD));
        Bundle current = list.current(jar.bundle());
        List<String> devices = isAtWork(jar, current) ? List.of() : impact.devices(current);
        List<String> added = new ArrayList<>(jar.permissions());
        added.removeAll(current == null ? List.of() : PluginList.permissions(current));
        return new PluginPreview(
                jar.bundle(),
                jar.version().toString(),
                jar.sha256(),
                jar.signature(),
                jar.permissions(),
                added,
                current == null ? "" : current.getVersion().toString(),
                devices,
                devices.isEmpty() ? List.of() : impact.runs(devices),
                refusal(jar, current));
    }

    private static PluginJar readable(Supplier<PluginJar> source) {
        try {
            return source.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(UPLOAD + " is not used: " + e.getMessage(), e);
        }
    }

    private Optional<String> refusal(PluginJar jar, @Nullable Bundle current) {
        return isAtWork(jar, current)
                ? Optional.empty()
                : admission.refusalToInstall(jar).or(() -> unresolved(jar));
    }

    /** Not tried while something of that name is being exchanged. */
    private Optional<String> unresolved(PluginJar jar) {
        try {
            return locks.atOnce(jar.bundle(), () -> work.unresolved(jar)).flatMap(reason -> reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the look at it was interrupted; ask again");
        }
    }

    private static boolean isAtWork(PluginJar jar, @Nullable Bundle current) {
        return current != null && Agents.sha256(current).equals(jar.sha256());
    }

    @Override
    public Plugin install(Path file, String by) throws InterruptedException {
        PluginJar jar = readable(() -> store.keep(file, UPLOAD));
        return locks.inTurn(jar.bundle(), () -> {
            try {
                return installed(jar, by);
            } catch (IllegalArgumentException | InterruptedException e) {
                release(jar);
                throw e;
            }
        });
    }

    private void release(PluginJar jar) {
        if (!dropped.has(jar.sha256())) {
            store.release(jar);
        }
    }

    private Plugin installed(PluginJar jar, String by) throws InterruptedException {
        Bundle current = list.current(jar.bundle());
        if (current != null && isAtWork(jar, current)) {
            return list.tell(current, "");
        }
        admission.refusalToInstall(jar).ifPresent(reason -> {
            throw refused(jar, reason);
        });
        place(jar, false);
        return told(jar.bundle(), "installed", by);
    }

    private IllegalArgumentException refused(PluginJar jar, String reason) {
        Bundle current = list.current(jar.bundle());
        return new IllegalArgumentException(jar + " is not used: " + reason
                + (current == null ? "" : ". Version " + current.getVersion() + " is at work as before"));
    }

    /** Puts a jar to work, and its file into the folder, in the place of all others of its name. */
    private void place(PluginJar jar, boolean back) throws InterruptedException {
        try (PluginFolder.Staged staged = folder.stage(jar)) {
            work.put(jar.target(), back, staged::commit);
        } catch (PluginFault e) {
            throw refused(jar, e.reason());
        } catch (IOException e) {
            throw refused(jar, "a file in the folder plugins cannot be deleted: " + e.getMessage());
        }
        folder.delete(folder.others(jar));
    }

    private Plugin told(String bundle, String what, String by) {
        store.tidy(bundle, dropped::has, sha256 -> list.isShipped(bundle, sha256));
        Bundle current = list.current(bundle);
        if (current == null) {
            throw new IllegalArgumentException(bundle + " was taken out while it was put in");
        }
        Plugin plugin = list.tell(current, "");
        journal.append(new LabEvent.PluginOrdered(Instant.now(), bundle, what, plugin.version(), plugin.sha256(), by));
        return plugin;
    }

    @Override
    public Plugin rollback(String bundle, String by) throws InterruptedException {
        return locks.inTurn(bundle, () -> {
            PluginHistory.Entry before = store.history()
                    .before(bundle)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no version of " + bundle + " before the one at work; kept are " + kept(bundle)));
            if (list.isShipped(bundle, before.sha256())) {
                fallBack(bundle);
            } else {
                goBack(bundle, before);
            }
            return told(bundle, "rolled back", by);
        });
    }

    private List<String> kept(String bundle) {
        return versions(bundle).stream().map(Version::version).toList();
    }

    private void goBack(String bundle, PluginHistory.Entry before) throws InterruptedException {
        PluginJar jar = store.open(before);
        if (!jar.bundle().equals(bundle)) {
            throw new IllegalArgumentException("the kept copy of version " + before.version() + " is of " + jar);
        }
        admission.refusal(jar).ifPresent(reason -> {
            throw refused(jar, reason);
        });
        place(jar, true);
    }

    private void fallBack(String bundle) throws InterruptedException {
        List<Path> files = folder.of(bundle);
        try {
            work.fallBack(bundle);
        } catch (PluginFault e) {
            throw new IllegalArgumentException(bundle + " is at work as before: " + e.reason());
        }
        folder.delete(files);
    }

    @Override
    public void remove(String bundle, String by) throws InterruptedException {
        locks.inTurn(bundle, () -> {
            requirePutIn(bundle);
            fallBack(bundle);
            Optional<Bundle> left = Optional.ofNullable(list.current(bundle));
            journal.append(new LabEvent.PluginOrdered(
                    Instant.now(),
                    bundle,
                    "removed",
                    left.map(one -> one.getVersion().toString()).orElse(""),
                    left.map(Agents::sha256).orElse(""),
                    by));
            return true;
        });
    }

    private void requirePutIn(String bundle) {
        Bundle current = list.current(bundle);
        boolean isForeign = current != null && list.isPlugin(current) && !list.isShipped(current);
        if (!isForeign && folder.of(bundle).isEmpty()) {
            throw new IllegalArgumentException(
                    current == null
                            ? "there is no plug-in " + bundle
                            : bundle + " came with Busbar and cannot be removed; nothing else of that name was put in");
        }
    }

    @Override
    public List<Version> versions(String bundle) {
        Optional<String> current =
                Optional.ofNullable(list.current(bundle)).filter(list::isPlugin).map(Agents::sha256);
        List<Version> versions = new ArrayList<>();
        for (PluginHistory.Entry entry : store.history().of(bundle).entries()) {
            boolean isAtWork = current.filter(entry.sha256()::equals).isPresent();
            versions.add(new Version(bundle, entry.version(), entry.sha256(), isAtWork, entry.kept()));
        }
        Collections.reverse(versions);
        return versions;
    }
}
