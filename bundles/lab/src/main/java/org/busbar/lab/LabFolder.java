package org.busbar.lab;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.broker.Price;
import org.busbar.api.broker.Request;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Finding;
import org.busbar.api.lab.Fault;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Plan;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.Procedure;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the lab's folder just now: the watchers of its parts put it here. Safe for use by many threads. */
@Component(service = {Lab.class, LabFolder.class})
public final class LabFolder implements Lab {

    private static final Logger LOG = LoggerFactory.getLogger(LabFolder.class);

    private final Path root;
    private final Journal journal;
    private final List<Runnable> interested = new CopyOnWriteArrayList<>();
    private final Map<String, Procedure> procedures = new TreeMap<>(); // by file, guarded by this, as all below
    private final Map<String, Lines> lines = new TreeMap<>(); // by file too
    private final Map<String, Plan> plans = new TreeMap<>();
    private final Map<String, Plugin> plugins = new TreeMap<>();
    private final Map<String, Fault> faults = new TreeMap<>();

    /** The lab whose folder is the framework property {@code busbar.lab}. */
    @Activate
    public LabFolder(BundleContext context, @Reference Journal journal) {
        this(Path.of(context.getProperty("busbar.lab")), journal);
    }

    LabFolder(Path root, Journal journal) {
        this.root = root.toAbsolutePath().normalize();
        this.journal = journal;
    }

    Path root() {
        return root;
    }

    /** Whether a file lies directly in that part of the lab and has that ending. */
    boolean holds(String part, String ending, File file) {
        return file.getName().endsWith(ending)
                && root.resolve(part)
                        .equals(file.toPath().toAbsolutePath().normalize().getParent());
    }

    /** How people call a file: its path within the lab. */
    String name(File file) {
        return root.relativize(file.toPath().toAbsolutePath().normalize()).toString();
    }

    /** @param lines where its parts stand in the file */
    void put(File file, Procedure procedure, Lines lines) {
        boolean isNew;
        synchronized (this) {
            isNew = !procedure.equals(procedures.put(name(file), procedure));
            this.lines.put(name(file), lines);
        }
        if (isNew) {
            interested.forEach(Runnable::run);
        }
    }

    /**
     * What is wrong with a sequence, with its place, such as {@code sequences/map.yaml line 12: step dose, volume: ...}.
     *
     * @param sequence its name; if no file has it, the finding is told without a place
     */
    synchronized String placed(String sequence, Finding finding) {
        for (Map.Entry<String, Procedure> one : procedures.entrySet()) {
            Lines of = lines.get(one.getKey());
            if (of != null && one.getValue().sequence().name().equals(sequence)) {
                return placed(one.getKey(), of, finding);
            }
        }
        return finding.toString();
    }

    private String placed(String file, Lines of, Finding finding) {
        String[] path = finding.step().split("/", 2);
        Optional<String> callee = of.callee(path[0]);
        return callee.isPresent() && path.length == 2
                ? placed(callee.get(), new Finding(path[1], finding.field(), finding.message()))
                : file + " line " + of.line(finding) + ": " + finding;
    }

    /** Calls back whenever a sequence has come or changed; must return at once. */
    void onProcedure(Runnable callback) {
        interested.add(callback);
    }

    void offProcedure(Runnable callback) {
        interested.remove(callback);
    }

    synchronized void put(File file, Plan plan) {
        plans.put(name(file), plan);
    }

    synchronized void put(Plugin plugin) {
        plugins.put(plugin.bundle(), plugin);
    }

    synchronized void removePlugin(String bundle) {
        plugins.remove(bundle);
    }

    /** Forgets what a file brought, and its fault. */
    synchronized void forget(File file) {
        procedures.remove(name(file));
        lines.remove(name(file));
        plans.remove(name(file));
        faults.remove(name(file));
    }

    /** Takes down what is wrong with a file or plug-in; in the journal once per reason. */
    void fault(String what, String reason) {
        Fault fault = new Fault(what, reason, Instant.now());
        Fault before;
        synchronized (this) {
            before = faults.put(what, fault);
        }
        if (before == null || !before.reason().equals(reason)) {
            LOG.warn("{}: {}", what, reason);
            journal.append(new LabEvent.Faulted(fault.since(), what, reason));
        }
    }

    synchronized void mended(String what) {
        faults.remove(what);
    }

    /** Forgets what a file brought, but not what is wrong with it. */
    synchronized void withdraw(File file) {
        procedures.remove(name(file));
        lines.remove(name(file));
        plans.remove(name(file));
    }

    /** The procedure that answers a request best; empty if none does. */
    synchronized Optional<Procedure> answering(Request request) {
        return procedures.values().stream()
                .filter(p -> p.quantity().equals(request.quantity()))
                .filter(p -> request.methods().isEmpty() || request.methods().contains(p.method()))
                .filter(p -> accepts(p, request.inputs(p.method())))
                .min(Comparator.comparing(Procedure::price, Price.bestFor(request.wish())));
    }

    private static boolean accepts(Procedure procedure, Values inputs) {
        return new Capability(procedure.quantity(), procedure.sequence().inputs(), List.of())
                .refusals(inputs)
                .isEmpty();
    }

    @Override
    public String name() {
        return String.valueOf(root.getFileName());
    }

    @Override
    public synchronized List<Procedure> procedures() {
        return List.copyOf(procedures.values());
    }

    @Override
    public synchronized List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    @Override
    public synchronized List<Plugin> plugins() {
        return List.copyOf(plugins.values());
    }

    @Override
    public synchronized List<Fault> faults() {
        return List.copyOf(faults.values());
    }
}
