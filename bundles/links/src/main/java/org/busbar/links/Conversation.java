package org.busbar.links;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkException.Kind;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.Switchboard.Way;
import org.busbar.api.link.Traffic;
import org.jspecify.annotations.Nullable;

/** One exchange on a line, by the one that has the turn. */
final class Conversation {

    private static final long SLICE = Duration.ofMillis(20).toNanos();
    private static final long LEAST = Duration.ofMillis(10).toNanos();

    private final Line line;
    private final Turn turn;
    private final Voice voice;
    private final Step step;
    private final Mishaps mishaps;
    private byte[] sent = new byte[0];

    Conversation(Line line, Turn turn, Voice voice) {
        this.line = line;
        this.turn = turn;
        this.voice = voice;
        step = line.step();
        mishaps = new Mishaps(line);
    }

    /** Sends a frame and waits for the message of the reply. */
    byte[] ask(byte[] frame) throws DeviceException, LinkException, InterruptedException {
        Connection connection = ready(true);
        try {
            send(connection, frame);
            byte[] reply = reply(connection, true);
            step.settled();
            return reply;
        } catch (DeviceException e) {
            step.settled();
            throw e;
        } finally {
            mishaps.over();
        }
    }

    /** Sends a frame. */
    byte[] tell(byte[] frame) throws DeviceException, LinkException, InterruptedException {
        if (line.transport().answersAll()) {
            return ask(frame);
        }
        try {
            send(ready(false), frame);
            step.settled();
            return frame;
        } finally {
            mishaps.over();
        }
    }

    /** Waits for the message of the next frame. */
    byte[] listen() throws LinkException, InterruptedException {
        try {
            return reply(ready(false), false);
        } catch (DeviceException e) {
            throw failure(Kind.LOST, String.valueOf(e.getMessage()), e);
        }
    }

    private Connection ready(boolean afresh) throws DeviceException, LinkException, InterruptedException {
        Connection connection = connected();
        try {
            step.restore(connection, turn);
            if (afresh) {
                step.drain(connection);
            }
            return connection;
        } catch (LinkException e) {
            throw failure(e.kind(), "nothing was sent: " + e.getMessage(), e);
        } catch (IOException e) {
            throw offline(lost(connection, e), e);
        }
    }

    private Connection connected() throws DeviceException, LinkException, InterruptedException {
        try {
            return line.connector().connected(turn);
        } catch (Unreachable e) {
            throw offline(String.valueOf(e.getMessage()), e);
        } catch (LinkException e) {
            throw failure(e.kind(), "nothing was sent: " + e.getMessage(), e);
        }
    }

    private void send(Connection connection, byte[] frame) throws DeviceException, LinkException, InterruptedException {
        Act act = mishaps.sending();
        if (act.is(LinkFault.Kind.DROP_BEFORE)) {
            line.connector().cut(act.words());
            throw offline(act.words(), null);
        }
        sent = frame;
        Traffic.sending();
        line.trace().add(Way.SENT, frame);
        if (!line.transport().answersAll()) {
            step.owe(voice.timeout().toNanos());
        }
        if (act.is(LinkFault.Kind.FAIL)) {
            line.transport()
                    .simulation()
                    .map(simulation -> simulation.refusal(frame))
                    .ifPresent(step.received()::add);
        } else {
            write(connection, frame);
        }
        after(act);
    }

    private void write(Connection connection, byte[] frame) throws LinkException, InterruptedException {
        try {
            connection.send(frame, voice.timeout().toNanos());
        } catch (IOException e) {
            throw failure(Kind.LOST, "it was lost while " + Shown.of(sent) + " was sent: " + lost(connection, e), e);
        }
    }

    private void after(Act act) throws LinkException {
        if (act.is(LinkFault.Kind.DROP_DURING)) {
            line.connector().cut(act.words());
            throw failure(Kind.LOST, "it was lost after " + Shown.of(sent) + " was sent: " + act.words(), null);
        }
    }

    private byte[] reply(Connection connection, boolean owed)
            throws DeviceException, LinkException, InterruptedException {
        long began = System.nanoTime();
        long until = began + voice.timeout().toNanos();
        try {
            endure(owed ? Act.NONE : mishaps.listening());
            byte[] frame = damaged(connection, until, frame(connection, until, owed), owed);
            slowly(began, until);
            return message(frame, owed);
        } catch (LinkException e) {
            if (e.kind() == Kind.GARBLED) {
                step.owe(Step.QUIET);
            }
            throw failure(e.kind(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw failure(Kind.LOST, "it was lost " + waiting() + ": " + lost(connection, e), e);
        }
    }

    private byte[] frame(Connection connection, long until, boolean owed)
            throws IOException, DeviceException, InterruptedException {
        Received received = step.received();
        int length = voice.framing().length(received.bytes(), received.count());
        while (length <= 0) {
            if (received.count() > line.habits().limit()) {
                throw tooLong();
            }
            hear(connection, until, owed);
            length = voice.framing().length(received.bytes(), received.count());
        }
        return received.take(length);
    }

    private void hear(Connection connection, long until, boolean owed)
            throws IOException, DeviceException, InterruptedException {
        turn.check();
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw silence(owed);
        }
        endure(owed ? Act.NONE : mishaps.waiting());
        byte[] came = connection.receive(Math.min(left, SLICE));
        if (came.length > 0) {
            line.trace().add(Way.RECEIVED, came);
        }
        if (!step.act().is(LinkFault.Kind.HANG)) {
            step.received().add(came);
        }
    }

    private void endure(Act act) throws LinkException {
        if (act.is(LinkFault.Kind.DROP_BEFORE) || act.is(LinkFault.Kind.DROP_DURING)) {
            line.connector().cut(act.words());
            throw new LinkException(Kind.LOST, "it was lost " + waiting() + ": " + act.words());
        }
    }

    private LinkException silence(boolean owed) {
        byte[] part = step.received().all();
        return owed && part.length > 0
                ? new LinkException(
                        Kind.GARBLED,
                        "only " + Shown.of(part) + " came within " + millis() + " " + waiting()
                                + ", which is no whole reply: look for a loose plug, a wrong baud rate or other line ends")
                : new LinkException(
                        Kind.NO_REPLY,
                        "nothing came within " + millis() + " " + waiting()
                                + ": see whether the instrument is on and its settings fit, or give the link a longer timeout");
    }

    private byte[] damaged(Connection connection, long until, byte[] frame, boolean owed)
            throws IOException, DeviceException, InterruptedException {
        Act act = step.act();
        if (!act.is(LinkFault.Kind.GARBAGE)) {
            return frame;
        }
        step.act(Act.NONE);
        Damage damage = owed || act.damage() != Damage.DOUBLED ? act.damage() : Damage.FLIPPED;
        byte[] wrong = damage.of(frame, voice.framing().message(frame));
        line.trace().note("instead of " + Shown.of(frame) + " comes " + Shown.of(wrong));
        step.received().restore(wrong);
        return frame(connection, until, owed);
    }

    private void slowly(long began, long until) throws LinkException, InterruptedException {
        if (!step.act().is(LinkFault.Kind.SLOW)) {
            return;
        }
        long took = Math.max(LEAST, System.nanoTime() - began);
        long due = began + (long) Math.min(took * step.act().factor(), 1e17);
        for (long left = Math.min(due, until) - System.nanoTime();
                left > 0;
                left = Math.min(due, until) - System.nanoTime()) {
            turn.check();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE));
        }
        if (due > until) {
            throw new LinkException(Kind.NO_REPLY, "nothing came within " + millis() + " " + waiting());
        }
    }

    private byte[] message(byte[] frame, boolean owed) throws LinkException {
        if (owed && Arrays.equals(frame, step.received().all())) {
            throw new LinkException(
                    Kind.GARBLED,
                    Shown.of(frame) + " came twice " + waiting() + ": look for two instruments with one address");
        }
        byte[] message = voice.framing().message(frame);
        if (message.length > line.habits().limit()) {
            throw tooLong();
        }
        return message;
    }

    private LinkException tooLong() {
        return new LinkException(
                Kind.GARBLED,
                "more than " + line.habits().limit() + " bytes came " + waiting()
                        + " for one reply; give the link the option limit if so long ones are right");
    }

    private String waiting() {
        return sent.length == 0 ? "while it was listened to" : "after " + Shown.of(sent) + " was sent";
    }

    private String millis() {
        return voice.timeout().toMillis() + " ms";
    }

    private String lost(Connection connection, IOException e) {
        String reason = String.valueOf(e.getMessage());
        line.connector().lost(connection, reason);
        return reason;
    }

    private LinkException failure(Kind kind, String message, @Nullable Throwable cause) {
        String text = voice.holder().uri() + ": " + message;
        line.trace().note(kind + ": " + message);
        return cause == null ? new LinkException(kind, text) : new LinkException(kind, text, cause);
    }

    private DeviceException offline(String reason, @Nullable Throwable cause) {
        String stop = reason.endsWith("?") ? " " : ". ";
        String text = voice.holder().uri() + " cannot be reached: " + reason + stop
                + "Nothing was sent; it is tried again by itself";
        line.trace().note(text);
        return cause == null
                ? new DeviceException(Detail.OFFLINE, text)
                : new DeviceException(Detail.OFFLINE, text, cause);
    }
}
