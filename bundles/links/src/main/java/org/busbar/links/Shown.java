package org.busbar.links;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Bytes for people to read. */
final class Shown {

    private static final int MOST = 80;

    private Shown() {}

    /** The first bytes in quotation marks, without secrets, those that cannot be printed as escapes. */
    static String of(byte[] bytes) {
        StringBuilder shown = new StringBuilder("\"");
        Secrets.masked(text(Arrays.copyOf(bytes, Math.min(bytes.length, MOST))))
                .chars()
                .forEach(c -> shown.append(one((char) c)));
        shown.append(bytes.length > MOST ? "...\" (" + bytes.length + " bytes)" : "\"");
        return shown.toString();
    }

    private static String one(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            default -> c >= ' ' && c < 127 ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02X", (int) c);
        };
    }

    /** As ISO 8859-1, one character for each byte. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
