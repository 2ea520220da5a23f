package org.busbar.helao;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.busbar.helao.Note.End;

/** All that the notes say: the threads, their experiments and files. Guarded by its owner. */
final class Board {

    final Map<Integer, Lane> lanes = new TreeMap<>();
    final DataTree tree = new DataTree();
    final DataFiles files = new DataFiles();
    private final Map<String, Experiment> byRun = new HashMap<>();
    private final String lab;
    private String mappingText = "";
    private Mapping mapping;

    /** @param lab names data files if the mapping does not */
    Board(String lab) {
        this.lab = lab;
        this.mapping = Mapping.none(lab);
    }

    Mapping mapping() {
        return mapping;
    }

    String mappingText() {
        return mappingText;
    }

    Lane lane(int thread) {
        return lanes.computeIfAbsent(thread, Lane::new);
    }

    /** The experiment whose present part is that run. */
    Optional<Experiment> ofRun(String run) {
        return Optional.ofNullable(byRun.get(run));
    }

    /** Whether a thread has a file or will get one, or can join one that does. */
    boolean isExpected(int thread) {
        Lane lane = lanes.get(thread);
        return lane != null && lane.isExpected() || thread > 0 && isExpected(thread - 1);
    }

    void apply(Note note) {
        if (note instanceof Note.Accepted accepted) {
            lane(accepted.thread()).add(accepted.priority(), Soe.parse(accepted.soe()));
        } else if (note instanceof Note.Mapped mapped) {
            mapping = MappingReader.read(mapped.mapping(), lab);
            mappingText = mapped.mapping();
        } else if (note instanceof Note.Begun begun) {
            begin(lane(begun.thread()), begun);
        } else if (note instanceof Note.Divided divided) {
            divide(current(divided.thread()), divided);
        } else if (note instanceof Note.Stopped stopped) {
            stop(current(stopped.thread()), stopped.from());
            lane(stopped.thread()).hold(stopped.reason());
        } else if (note instanceof Note.Held held) {
            lane(held.thread()).hold(held.reason());
        } else if (note instanceof Note.Ended ended) {
            end(lane(ended.thread()), ended);
        } else if (note instanceof Note.Told told) {
            addressed(told.thread()).forEach(lane -> tell(lane, told.command()));
        }
    }

    /** The thread, or all of them for -1. */
    List<Lane> addressed(int thread) {
        return thread < 0 ? List.copyOf(lanes.values()) : List.of(lane(thread));
    }

    private Experiment current(int thread) {
        return Objects.requireNonNull(lane(thread).current, () -> "Thread " + thread + " has no experiment");
    }

    private void begin(Lane lane, Note.Begun begun) {
        Experiment experiment = take(lane, begun.serial());
        boolean starts = experiment.soe.command("start").isPresent();
        if (starts) {
            files.begun(begun.place());
        }
        lane.current = experiment;
        lane.place = begun.place();
        lane.experiment = begun.experiment();
        lane.used = starts;
        experiment.number = begun.experiment();
        experiment.mapping = mapping;
        tree.at(begun.place()).join(lane.number);
        if (starts) {
            tree.at(begun.place()).begin(experiment.number, lane.number, experiment.soe.meta());
            tree.forgetAllBut(inUse());
        }
    }

    private static Experiment take(Lane lane, int serial) {
        Experiment experiment = lane.queue.stream()
                .filter(one -> one.serial == serial)
                .findFirst()
                .orElseThrow();
        lane.queue.remove(experiment);
        return experiment;
    }

    private List<Place> inUse() {
        return lanes.values().stream()
                .flatMap(lane -> Stream.concat(
                        Stream.ofNullable(lane.place), lane.history.stream().limit(1)))
                .toList();
    }

    private void stop(Experiment experiment, int from) {
        close(experiment);
        experiment.cursor = from;
    }

    private void divide(Experiment experiment, Note.Divided divided) {
        close(experiment);
        experiment.part = divided.part();
        experiment.cursor = divided.from();
        experiment.to = divided.to();
        experiment.known = divided.known();
        List<SoeStep> steps = experiment.soe.steps().subList(divided.from(), divided.to()).stream()
                .filter(step -> !step.isNative())
                .toList();
        if (steps.isEmpty()) {
            experiment.cursor = divided.to();
            return;
        }
        experiment.divided = true;
        experiment.submitted = false;
        experiment.end = null;
        experiment.given.clear();
        byRun.put(experiment.run(), experiment);
        use(experiment, steps);
    }

    private void use(Experiment experiment, List<SoeStep> steps) {
        Lane lane = lane(experiment.thread);
        RunData run = tree.at(Objects.requireNonNull(lane.place));
        if (!lane.used) {
            run.begin(experiment.number, experiment.thread, experiment.soe.meta());
        }
        lane.used = true;
        Placeholders placeholders = new Placeholders(experiment.soe, experiment.known);
        for (SoeStep step : steps) {
            if (experiment.mapping.kind(step) == Target.Kind.OPTIMIZER) {
                experiment.asked.add(step.server());
                run.learn(step.server(), Learner.addresses(placeholders.of(step)));
            }
        }
    }

    /** The part has ended well: the experiment goes on behind it. */
    void passed(Experiment experiment) {
        close(experiment);
        experiment.cursor = experiment.to;
    }

    private void close(Experiment experiment) {
        byRun.remove(experiment.run());
        experiment.divided = false;
        experiment.doing = "";
        experiment.asked.clear();
    }

    private void end(Lane lane, Note.Ended ended) {
        Experiment experiment = lane.current;
        if (experiment == null) {
            experiment = take(lane, ended.serial());
        }
        close(experiment);
        lane.current = null;
        if (ended.end() == End.FAILED) {
            lane.hold(ended.reason());
        }
        if (ended.end() == End.DONE) {
            done(lane, experiment.soe);
        }
    }

    private void done(Lane lane, Soe soe) {
        Place place = lane.place;
        if (soe.finishes() && place != null) {
            lane.place = null;
            lane.used = false;
            lane.history.add(0, place);
            if (inUse(place).isEmpty()) {
                files.closed(place);
            }
        }
        soe.again().ifPresent(again -> lane.add(soe.priorityOfRepetition(), again));
    }

    private List<Lane> inUse(Place place) {
        return lanes.values().stream()
                .filter(lane -> lane.place != null && lane.place.path().equals(place.path()))
                .toList();
    }

    private static void tell(Lane lane, Note.Command command) {
        if (command == Note.Command.PAUSE) {
            lane.paused = true;
        } else if (command == Note.Command.RESUME) {
            lane.paused = false;
            lane.reason = "";
        } else {
            lane.queue.clear();
            if (command == Note.Command.KILL && lane.current != null) {
                lane.current.killed = true;
            }
        }
    }
}
