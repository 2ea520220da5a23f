package org.busbar.forecast;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.busbar.api.Capability;
import org.busbar.api.device.Action;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Run;

/**
 * Works out on a virtual clock what runs would take.
 *
 * <p>It is a discrete-event simulation of the orchestrator. Runs begin in order, as many at once as are allowed. A
 * device serves one step at a time; who waits is served by the priority of the run, then first come, first served. A
 * step that names no device gets, of those free that can do it and accept its inputs, the one idle longest, the first
 * by name if several are. A role is decided when it is first taken and stays for the run. A Use takes everything
 * together.
 *
 * <p>An action takes as long as it is expected to with its inputs, a Wait its time, everything else none. What actions,
 * analyses, people and optimizers would give is not known; a value in the middle of its limits stands for it, and every
 * place where that matters is noted: what takes time or stock by such a value, a loop whose end is not known (all its
 * passes are counted), a choice that cannot be decided (the way that takes longer is counted). What is given and
 * constant is looked at as in a real run: inputs that would be refused end the run there, after its clean-up steps,
 * unless the step is one to be ignored. Interlocks and suspenders are taken to hold.
 *
 * <p>Nothing is read, sent or waited for, and no thread is started: of a device only {@link Action#expected} and {@link
 * Action#effects} are asked. The same input gives the same forecast.
 */
public final class DryRun {

    private static final long MOST_MOVES = 2_000_000;

    private final Deque<Run> queue;
    private final Setting setting;

    private DryRun(List<Run> runs, Setting setting) {
        this.queue = new ArrayDeque<>(runs);
        this.setting = setting;
    }

    /**
     * A device at hand.
     *
     * @param device its {@code lab.id}; of two of the same id the first counts
     * @param actions what it can do
     */
    public record Bench(String device, List<Action> actions) {
        public Bench {
            actions = List.copyOf(actions);
        }
    }

    /** The forecast in a lab where no analysis is at hand; see {@link #of(List, int, List, Function)}. */
    public static Forecast of(List<Run> runs, int parallel, List<Bench> lab) {
        return of(runs, parallel, lab, id -> Optional.empty());
    }

    /**
     * The forecast of these runs. Computes for a few seconds where a loop has 100 000s of passes; stops, and says so in
     * a note, after 2 million steps. The first 20 000 slots are listed, by the time they begin at.
     *
     * @param runs in the order in which they are to begin; checked before, as those that are submitted are
     * @param parallel how many are under way at once; at least 1
     * @param lab the devices at hand, all idle; what is not among them counts as a device of its own that takes a
     *     minute
     * @param analyses what an analysis takes and gives, by its {@code lab.id}; empty if it is not at hand
     * @throws IllegalArgumentException if {@code parallel} is below 1
     */
    public static Forecast of(
            List<Run> runs, int parallel, List<Bench> lab, Function<String, Optional<Capability>> analyses) {
        if (parallel < 1) {
            throw new IllegalArgumentException(parallel + " runs at once are none: give at least 1");
        }
        Agenda agenda = new Agenda();
        Setting setting = new Setting(
                agenda, new VirtualLab(agenda, equipment(lab)), new Ledger(), new Effort(MOST_MOVES), analyses);
        return new DryRun(runs, setting).forecast(parallel);
    }

    private Forecast forecast(int parallel) {
        for (int i = 0; i < Math.min(parallel, queue.size()); i++) {
            setting.agenda().soon(this::beginNext);
        }
        setting.agenda().run();
        noteUnfinished();
        return setting.ledger().forecast(setting.agenda().now());
    }

    private void beginNext() {
        Run next = queue.poll();
        if (next != null) {
            new Course(setting, next, () -> setting.agenda().soon(this::beginNext)).begin();
        }
    }

    private void noteUnfinished() {
        Ledger ledger = setting.ledger();
        if (setting.effort().isExhausted()) {
            ledger.note("Worked out up to here only: the runs go on after "
                    + setting.effort().limit() + " steps");
            return;
        }
        for (Ticket ticket : setting.lab().waiting()) {
            ledger.note("Run " + ticket.spot().run().id() + ", step "
                    + ticket.spot().place() + ": would wait for ever for " + needs(ticket));
        }
        if (!queue.isEmpty()) {
            ledger.note(queue.size() + " runs would never begin");
        }
    }

    private static String needs(Ticket ticket) {
        String devices = ticket.wants().stream()
                .map(want -> want.candidates().stream().map(Place::name).collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
        String positions = ticket.positions().stream().map(Place::name).collect(Collectors.joining(" and "));
        return devices.isEmpty() || positions.isEmpty() ? devices + positions : devices + " and " + positions;
    }

    private static Map<String, Map<String, Action>> equipment(Collection<Bench> lab) {
        Map<String, Map<String, Action>> equipment = new TreeMap<>();
        lab.forEach(bench -> equipment.computeIfAbsent(bench.device(), id -> byName(bench.actions())));
        return equipment;
    }

    private static Map<String, Action> byName(List<Action> actions) {
        Map<String, Action> byName = new LinkedHashMap<>();
        actions.forEach(action -> byName.putIfAbsent(action.name(), action));
        return byName;
    }
}
