package org.busbar.forecast;

import java.util.ArrayDeque;
import java.util.Deque;
import org.busbar.api.experiment.Step;

/** One step after the other, with what is inside them; a run has one, and one more for each branch of a Parallel. */
final class Branch {

    private final Course course;
    private final Runnable ended;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** @param ended is told once when nothing is left to do */
    Branch(Course course, Runnable ended) {
        this.course = course;
        this.ended = ended;
    }

    Course course() {
        return course;
    }

    /** Puts steps before all that is still to do. */
    void enter(Frame frame) {
        frames.push(frame);
    }

    /** Goes on until something takes time, has to be waited for, or all is done. */
    void goOn() {
        boolean ready = true;
        while (ready && course.setting().effort().move()) {
            ready = course.isFailing() ? giveUp() : move();
        }
    }

    private boolean move() {
        Frame frame = frames.peek();
        if (frame == null) {
            ended.run();
            return false;
        }
        Step step = frame.next();
        if (step != null) {
            return new Spot(this, frame, step).begin();
        }
        if (!frame.again()) {
            frames.remove(frame);
            frame.leave(course.isFailing());
        }
        return true;
    }

    private boolean giveUp() {
        while (!frames.isEmpty()) {
            frames.pop().leave(true);
        }
        ended.run();
        return false;
    }
}
