package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.RunFile;
import org.busbar.distribution.bench.optimizers.records.Runs;

/** Runs every engine on every problem with every seed and appends each run to a file; runs already there are skipped. */
final class Comparison {

    private final ProblemSet problems;
    private final Path file;
    private final int threads;
    private final Consumer<String> console;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** Takes where runs go and who is told how far it is. */
    Comparison(ProblemSet problems, Path file, int threads, Consumer<String> console) {
        this.problems = problems;
        this.file = file;
        this.threads = threads;
        this.console = console;
    }

    /** A run to make. */
    private record Job(Contestant contestant, Variant variant, long seed) {
        @Override
        public String toString() {
            return contestant.name() + " on " + variant.name() + ", seed " + seed;
        }
    }

    /**
     * Runs what is missing, seed by seed, and waits for the end. A run that fails is told and does not stop the others.
     *
     * @return how many runs failed
     */
    int run(List<Contestant> contestants, List<Variant> variants, List<Long> seeds)
            throws IOException, InterruptedException {
        RunFile target = new RunFile(file);
        Runs done = new Runs(problems);
        done.addFile(file);
        List<Job> jobs = jobs(contestants, variants, seeds);
        int all = jobs.size();
        jobs.removeIf(job -> done.has(job.contestant.name(), job.contestant.version(), job.variant.name(), job.seed));
        console.accept(jobs.size() + " runs to make, " + (all - jobs.size()) + " are there already");
        make(jobs, target);
        return failures.get();
    }

    private static List<Job> jobs(List<Contestant> contestants, List<Variant> variants, List<Long> seeds) {
        List<Job> jobs = new ArrayList<>();
        for (Long seed : seeds) {
            for (Variant variant : variants) {
                contestants.forEach(contestant -> jobs.add(new Job(contestant, variant, seed)));
            }
        }
        return jobs;
    }

    private void make(List<Job> jobs, RunFile target) throws InterruptedException {
        Recorder recorder = new Recorder(threads);
        long begun = System.nanoTime();
        List<Callable<Boolean>> work = new ArrayList<>();
        jobs.forEach(job -> work.add(() -> make(job, recorder, target, begun, jobs.size())));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Boolean> each : pool.invokeAll(work)) {
                failures.addAndGet(each.get() ? 0 : 1);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run could not be finished: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean make(Job job, Recorder recorder, RunFile target, long begun, int count)
            throws IOException, InterruptedException {
        String result = "";
        try {
            target.append(recorder.run(job.contestant, job.variant, job.seed));
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            result = " FAILED: " + e;
        }
        int number = ended.incrementAndGet();
        Duration left = Duration.ofNanos((System.nanoTime() - begun) / number * (count - number));
        console.accept("run " + number + " of " + count + ", about " + left.toSeconds() + " s left: " + job + result);
        return result.isEmpty();
    }
}
