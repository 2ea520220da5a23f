package org.busbar.drivers.galil;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.busbar.api.link.Framing;

/**
 * Commands end with a carriage return; an answer ends with a prompt at the beginning of a line: a colon if the command was
 * accepted, a question mark if not. The message of an answer has its prompt as last character.
 */
final class PromptFraming implements Framing {

    @Override
    public byte[] frame(byte[] message) {
        byte[] frame = Arrays.copyOf(message, message.length + 1);
        frame[message.length] = '\r';
        return frame;
    }

    @Override
    public int length(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            boolean first = i == 0 || bytes[i - 1] == '\n';
            if (first && (bytes[i] == ':' || bytes[i] == '?')) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public byte[] message(byte[] frame) {
        return new String(frame, StandardCharsets.ISO_8859_1).trim().getBytes(StandardCharsets.ISO_8859_1);
    }
}
