package org.busbar.helao;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.Capability;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Orchestrator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The threads of HELAO in this lab: goes on from the journal when it is started, and leaves runs to the orchestrator. */
@Component(
        service = {Threads.class, LabListener.class},
        immediate = true)
public final class Threads implements LabListener {

    private final Journal journal;
    private final Orchestrator orchestrator;
    private final Map<String, Capability> analyses = new ConcurrentHashMap<>();
    private volatile @Nullable Desk desk;

    @Activate
    public Threads(@Reference Journal journal, @Reference Orchestrator orchestrator) {
        this.journal = journal;
        this.orchestrator = orchestrator;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAnalysis(Analysis analysis, Map<String, Object> properties) {
        analyses.put(id(properties), analysis.capability());
    }

    void removeAnalysis(Analysis analysis, Map<String, Object> properties) {
        analyses.remove(id(properties), analysis.capability());
    }

    private static String id(Map<String, Object> properties) {
        return String.valueOf(properties.get("lab.id"));
    }

    /** Opens the threads of the lab whose folder is the framework property {@code busbar.lab}. */
    @Activate
    void open(BundleContext context) {
        MappingFile file = new MappingFile(Path.of(context.getProperty("busbar.lab")));
        desk = new Desk(
                journal, orchestrator, new LabVocabulary(orchestrator, analyses), file, Clock.systemDefaultZone());
    }

    Desk desk() {
        return Objects.requireNonNull(desk, "The threads of HELAO are not open");
    }

    @Override
    public void on(Recorded recorded) {
        Desk open = desk;
        if (open != null) {
            open.on(recorded);
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        desk().close();
    }
}
