package org.busbar.campaign;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.busbar.api.Values;
import org.busbar.api.campaign.Shadow;
import org.busbar.api.optimize.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the optimizers that are not obeyed, one question of the lab after the other in a daemon thread of its own, so that
 * no campaign waits for them and they take one processor at most. What is still to be asked when the server stops is not
 * asked any more. Safe for use by many threads.
 */
final class ShadowDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowDesk.class);
    private static final long IDLE = 10; // seconds

    private final Adviser adviser;
    private final ExecutorService worker =
            new ThreadPoolExecutor(0, 1, IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ShadowDesk::thread);

    ShadowDesk(Adviser adviser) {
        this.adviser = adviser;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "campaign-shadows");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Asks what the obeyed optimizer was asked; does not wait.
     *
     * @param obeyed the point of the trial
     * @param taking is told the answer
     */
    void ask(Shadow shadow, Question question, int trial, Values obeyed, Consumer<Shadow.Answer> taking) {
        Question own = question.with(shadow.settings());
        try {
            worker.execute(() -> answer(shadow.optimizer(), own, trial, obeyed, taking));
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops, so {} is not asked about trial {}", shadow.optimizer(), trial, e);
        }
    }

    private void answer(String optimizer, Question question, int trial, Values obeyed, Consumer<Shadow.Answer> taking) {
        try {
            taking.accept(answer(optimizer, question, trial, obeyed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The answer of the shadow {} to trial {} could not be written down", optimizer, trial, e);
        }
    }

    private Shadow.Answer answer(String optimizer, Question question, int trial, Values obeyed)
            throws InterruptedException {
        Advice advice = adviser.ask(optimizer, question);
        if (!(advice instanceof Advice.Point point)) {
            String trouble =
                    advice instanceof Advice.Trouble said ? said.what() : optimizer + " has nothing left to suggest";
            return new Shadow.Answer(trial, advice.by(), Values.none(), Values.none(), Values.none(), trouble);
        }
        String trouble = "";
        Values instead = Values.none();
        try {
            List<Values> expected =
                    adviser.consult(optimizer, (plugin, parts) -> plugin.expect(question, List.of(obeyed), parts));
            instead = expected.isEmpty() ? Values.none() : expected.get(0);
        } catch (IllegalArgumentException e) {
            trouble = "expects nothing where the trial was made: " + e.getMessage();
        }
        return new Shadow.Answer(
                trial,
                advice.by(),
                point.suggestion().point(),
                point.suggestion().expected(),
                instead,
                trouble);
    }

    /** Asks nobody any more; waits a little for the one that is being asked. */
    void close() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("A shadow still computes although the server stops");
        }
    }
}
