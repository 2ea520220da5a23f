package org.busbar.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Studies;
import org.busbar.api.campaign.Study;
import org.busbar.api.lab.Plan;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the comparisons that campaigns want, one at a time, and keeps their results until the server stops. */
@Component(service = StudyDesk.class)
public final class StudyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(StudyDesk.class);

    private final Studies studies;
    private final Map<String, Status> known = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(StudyDesk::thread);

    /** Where a comparison stands. */
    enum State {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param done repetitions done
     * @param of repetitions wanted
     * @param reason why it failed; empty otherwise
     */
    record Status(State state, int done, int of, @Nullable Study result, String reason) {}

    @Activate
    public StudyDesk(@Reference Studies studies) {
        this.studies = studies;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "study");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins the comparison of a campaign unless it has begun; {@code true} if it began just now. */
    boolean begin(String id, Campaign campaign, Plan.Comparison comparison) {
        Status running = new Status(State.RUNNING, 0, comparison.repetitions(), null, "");
        boolean[] fresh = new boolean[1];
        known.compute(id, (key, before) -> {
            fresh[0] = before == null || before.state() == State.FAILED;
            return fresh[0] || before == null ? running : before;
        });
        if (fresh[0]) {
            worker.execute(() -> make(id, campaign, comparison));
        }
        return fresh[0];
    }

    Status status(String id) {
        return known.getOrDefault(id, new Status(State.NONE, 0, 0, null, ""));
    }

    Optional<Study> result(String id) {
        return Optional.ofNullable(status(id).result());
    }

    private void make(String id, Campaign campaign, Plan.Comparison comparison) {
        int of = comparison.repetitions();
        try {
            Study study = studies.replay(
                    campaign.problem(),
                    comparison.table(),
                    comparison.optimizer(),
                    comparison.start(),
                    of,
                    campaign.seed(),
                    done -> known.put(id, new Status(State.RUNNING, done, of, null, "")));
            known.put(id, new Status(State.DONE, of, of, study, ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(id, of, "The server was stopped");
        } catch (IllegalArgumentException e) {
            failed(id, of, String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The comparison of campaign {} failed", id, e);
            failed(id, of, "The comparison met an unforeseen error; see the server's log");
        }
    }

    private void failed(String id, int of, String reason) {
        known.put(id, new Status(State.FAILED, 0, of, null, reason));
    }

    @Deactivate
    void close() {
        worker.shutdownNow();
    }
}
