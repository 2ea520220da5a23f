package org.busbar.drivers.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;

/** Answers each request with a body; both behind their lengths, since a simulated link is one of bytes. */
final class Framed implements Instrument {

    private final Framing framing = Framing.prefixed(4);
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final UnaryOperator<String> pages;

    Framed(UnaryOperator<String> pages) {
        this.pages = pages;
    }

    @Override
    public void hear(byte[] bytes, Voice voice) {
        open.writeBytes(bytes);
        try {
            answer(voice);
        } catch (LinkException e) {
            open.reset(); // what no length can stand for is the end of this conversation, as with a web server
        }
    }

    private void answer(Voice voice) throws LinkException {
        byte[] all = open.toByteArray();
        for (int length = framing.length(all, all.length); length > 0; length = framing.length(all, all.length)) {
            String request = new String(framing.message(Arrays.copyOf(all, length)), StandardCharsets.UTF_8);
            voice.say(framing.frame(pages.apply(request).getBytes(StandardCharsets.UTF_8)));
            all = Arrays.copyOfRange(all, length, all.length);
            open.reset();
            open.writeBytes(all);
        }
    }
}
