package org.busbar.helao;

import java.util.Objects;
import java.util.Optional;

/** What the experiment of a thread sees. Guarded by the owner of the board. */
final class LaneScope implements Scope {

    private final Board board;
    private final Lane lane;
    private final Experiment experiment;
    private final Place place;

    LaneScope(Board board, Lane lane, Experiment experiment) {
        this.board = board;
        this.lane = lane;
        this.experiment = experiment;
        this.place = Objects.requireNonNull(lane.place);
    }

    @Override
    public int experiment() {
        return experiment.number;
    }

    @Override
    public int thread() {
        return lane.number;
    }

    @Override
    public RunData own() {
        return board.tree.at(place);
    }

    /** The own run if the thread ever took part in it, else the thread's present one, else its last. */
    @Override
    public Optional<RunData> of(int thread) {
        if (own().hasThread(thread)) {
            return Optional.of(own());
        }
        Lane other = board.lanes.get(thread);
        if (other == null) {
            return Optional.empty();
        }
        Place there =
                other.place != null || !other.isIdle() || other.history.isEmpty() ? other.place : other.history.get(0);
        return Optional.ofNullable(there).flatMap(known -> board.tree.find(known.path(), known.run()));
    }

    @Override
    public boolean isAsked(String server) {
        return board.lanes.values().stream()
                .filter(other -> other != lane && place.equals(other.place))
                .map(other -> other.current)
                .anyMatch(current -> current != null && current.asked.contains(server));
    }
}
