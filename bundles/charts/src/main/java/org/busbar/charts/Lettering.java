package org.busbar.charts;

import java.util.ArrayList;
import java.util.List;

/** How wide text is, in pixels: an estimate for the usual sans-serif letters, rather too wide than too narrow. */
final class Lettering {

    static final double SMALL = 12;
    static final double LARGE = 15;

    private static final double NARROW = 0.32;
    private static final double WIDE = 0.85;
    private static final double USUAL = 0.58;

    private Lettering() {}

    static double width(String text, double size) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += "iljtf.,:;|!' ()[]".indexOf(c) >= 0 ? NARROW : "mwMW@%\u03a9".indexOf(c) >= 0 ? WIDE : USUAL;
        }
        return width * size;
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String fitted(String text, double size, double room) {
        String fitted = text;
        int length = text.length();
        while (width(fitted, size) > room && length > 1) {
            length--;
            fitted = text.substring(0, length).strip() + "\u2026";
        }
        return fitted;
    }

    /** Lines of whole words, each as long as fits. */
    static List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > room) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(fitted(line, size, room));
        return lines;
    }
}
