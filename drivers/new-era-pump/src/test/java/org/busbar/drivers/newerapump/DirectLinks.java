package org.busbar.drivers.newerapump;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Links;

/** Links that hand every message straight to an instrument; a test may come in between. */
final class DirectLinks implements Links {

    /** Comes in between a message and its reply. */
    interface Between {
        /** What the driver is to hear instead of {@code reply} to {@code message}, both with their framing. */
        String reply(String message, String reply) throws Exception;
    }

    private final Instrument instrument;
    final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    volatile Between between = (message, reply) -> reply;
    volatile boolean closed;

    DirectLinks(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public Link open(String uri, Framing framing) {
        return new DirectLink(uri, framing);
    }

    @Override
    public Path files(String setting) {
        throw new SecurityException("This driver uses no files");
    }

    private synchronized String exchange(String message) throws Exception {
        sent.add(message.trim());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        instrument.hear(message.getBytes(StandardCharsets.ISO_8859_1), (bytes, after) -> said.writeBytes(bytes));
        return between.reply(message.trim(), said.toString(StandardCharsets.ISO_8859_1));
    }

    private final class DirectLink implements Link {

        private final String uri;
        private final Framing framing;

        DirectLink(String uri, Framing framing) {
            this.uri = uri;
            this.framing = framing;
        }

        @Override
        public String uri() {
            return uri;
        }

        @Override
        public byte[] ask(byte[] message) throws LinkException, InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            byte[] reply;
            try {
                reply = exchange(new String(framing.frame(message), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1);
            } catch (Exception e) {
                throw DirectLinks.<RuntimeException>thrown(e);
            }
            int length = framing.length(reply, reply.length);
            if (length == 0) {
                throw new LinkException(LinkException.Kind.NO_REPLY, "no reply");
            }
            return framing.message(Arrays.copyOf(reply, length));
        }

        @Override
        public void tell(byte[] message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] listen() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Link within(Duration timeout) {
            return this;
        }

        @Override
        public Link urgent() {
            return this;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E thrown(Exception e) throws E {
        throw (E) e;
    }
}
