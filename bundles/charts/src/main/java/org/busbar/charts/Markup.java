package org.busbar.charts;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, element by element, with what is reserved escaped. For one thread. */
final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn, numbers in pixels. */
    Markup open(String element, Object... attributes) {
        begin(element, attributes);
        out.append(">\n");
        open.push(element);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing. */
    Markup leaf(String element, Object... attributes) {
        begin(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element that holds {@code text} alone. */
    Markup text(String text, String element, Object... attributes) {
        begin(element, attributes);
        out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
        return this;
    }

    private void begin(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String written = value instanceof Double number ? pixels(number) : value.toString();
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(written))
                    .append('"');
        }
    }

    /** With up to two places, without an exponent. */
    static String pixels(double number) {
        long hundredths = Math.round(number * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String places = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? rest / 10 : rest);
        return (hundredths < 0 ? "-" : "") + whole + places;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '\ufffd');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000 || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
