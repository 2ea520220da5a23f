package org.busbar.links;

import java.time.Duration;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/** A line as one holder has it. */
final class LineLink implements Link {

    private final Line line;
    private final Voice voice;
    private final Runnable close;

    /** @param close gives the line back */
    LineLink(Line line, Voice voice, Runnable close) {
        this.line = line;
        this.voice = voice;
        this.close = close;
    }

    @Override
    public String uri() {
        return voice.holder().uri();
    }

    @Override
    public byte[] ask(byte[] message) throws DeviceException, LinkException, InterruptedException {
        byte[] frame = voice.framing().frame(message);
        return line.inTurn(voice, conversation -> conversation.ask(frame));
    }

    @Override
    public void tell(byte[] message) throws DeviceException, LinkException, InterruptedException {
        byte[] frame = voice.framing().frame(message);
        line.inTurn(voice, conversation -> conversation.tell(frame));
    }

    @Override
    public byte[] listen() throws LinkException, InterruptedException {
        try {
            return line.inTurn(voice, Conversation::listen);
        } catch (DeviceException e) {
            throw new LinkException(LinkException.Kind.LOST, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Link within(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(uri() + ": a reply takes more than no time, not " + timeout);
        }
        return with(new Voice(voice.holder(), voice.framing(), timeout, voice.isUrgent()));
    }

    @Override
    public Link urgent() {
        return with(new Voice(voice.holder(), voice.framing(), voice.timeout(), true));
    }

    private Link with(Voice other) {
        return new LineLink(line, other, close);
    }

    @Override
    public void close() {
        close.run();
    }

    @Override
    public String toString() {
        return uri();
    }
}
