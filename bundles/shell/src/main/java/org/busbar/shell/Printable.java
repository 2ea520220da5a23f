package org.busbar.shell;

/** Bytes as people read them: what cannot be printed is shown as {@code <0D>}. */
final class Printable {

    private Printable() {}

    /** @param bytes as ISO 8859-1 */
    static String of(String bytes) {
        StringBuilder text = new StringBuilder();
        for (char c : bytes.toCharArray()) {
            text.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format("<%02X>", (int) c));
        }
        return text.toString();
    }
}
