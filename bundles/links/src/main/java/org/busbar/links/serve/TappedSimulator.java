package org.busbar.links.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Simulator;

/**
 * A simulator whose instruments are listened to, and made to answer otherwise: for tests of drivers. Text is ISO 8859-1, one
 * byte for each character. For instruments that answer at once. Safe for use by many threads.
 *
 * <pre>{@code
 * TappedSimulator tap = new TappedSimulator(new PumpSimulator());
 * room.add("pump", tap);
 * tap.answer((message, reply) -> message.equals("VER") ? "NE9999\r" : reply);
 * }</pre>
 */
public final class TappedSimulator implements Simulator {

    private final Simulator simulator;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile BinaryOperator<String> change = (message, reply) -> reply;

    public TappedSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    /** What its instruments have heard, as it was sent, but without white space around it. Live; may be cleared. */
    public List<String> heard() {
        return heard;
    }

    /**
     * Changes what they answer from now on.
     *
     * @param next gives what is heard of a message, without white space around it, and the reply to it with its framing; an
     *     empty text is none
     */
    public void answer(BinaryOperator<String> next) {
        change = next;
    }

    /** They answer as they are again. */
    public void answerAsItIs() {
        answer((message, reply) -> reply);
    }

    @Override
    public Instrument instrument(Map<String, String> options) {
        return tapped(simulator.instrument(options));
    }

    @Override
    public Instrument impostor(Map<String, String> options) {
        return tapped(simulator.impostor(options));
    }

    @Override
    public byte[] refusal() {
        return simulator.refusal();
    }

    @Override
    public byte[] refusal(byte[] message) {
        return simulator.refusal(message);
    }

    private Instrument tapped(Instrument instrument) {
        return (bytes, voice) -> {
            String message = new String(bytes, StandardCharsets.ISO_8859_1).strip();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            synchronized (instrument) {
                heard.add(message);
                instrument.hear(bytes, (reply, after) -> said.writeBytes(reply));
            }
            String reply = change.apply(message, said.toString(StandardCharsets.ISO_8859_1));
            if (!reply.isEmpty()) {
                voice.say(reply.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }
}
