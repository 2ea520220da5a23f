package org.busbar.analyses.eis.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads circuits such as {@code R0-p(R1,C1)-p(R2-Wo1,CPE1)}: {@code -} in series, {@code p(a,b,...)} in parallel, any
 * nesting up to 50 deep; an element is R, L, C, CPE, W, Wo, Ws, ZARC, G or La with a number. Blanks count for nothing,
 * {@code R_0} is R0 and {@code Zarc} is ZARC, as impedance.py writes them.
 */
public final class CircuitText {

    private static final int DEEPEST = 50;
    private static final String PART = "an element such as R0 or a group p(...)";

    private final String text;
    private final Set<String> names = new HashSet<>();
    private int at;
    private int parameters;
    private int depth;

    private CircuitText(String text) {
        this.text = text;
    }

    /**
     * The circuit that {@code text} describes.
     *
     * @throws IllegalArgumentException if it describes none; names the position, counted from 1, and what was expected
     */
    public static Circuit read(String text) {
        CircuitText reader = new CircuitText(text);
        Circuit circuit = reader.series();
        if (reader.peek() != 0) {
            throw reader.refusal("'-' or the end");
        }
        return circuit;
    }

    private Circuit series() {
        List<Circuit> parts = new ArrayList<>(List.of(part()));
        while (peek() == '-') {
            at++;
            parts.add(part());
        }
        return parts.size() == 1 ? parts.get(0) : new Series(parts);
    }

    private Circuit part() {
        if (peek() != 'p') {
            return element();
        }
        at++;
        expect('(', "'(' after p");
        if (++depth > DEEPEST) {
            throw refusal("at most " + DEEPEST + " groups inside each other");
        }
        Circuit group = parallel();
        depth--;
        return group;
    }

    private Circuit parallel() {
        List<Circuit> parts = new ArrayList<>(List.of(series()));
        expect(',', "'-', or ',' and a second branch");
        parts.add(series());
        while (peek() == ',') {
            at++;
            parts.add(series());
        }
        expect(')', "'-', ',' or ')'");
        return new Parallel(parts);
    }

    private Element element() {
        peek();
        int start = at;
        String letters = run(Character::isLetter);
        Element.Type type = type(letters, start);
        at += at < text.length() && text.charAt(at) == '_' ? 1 : 0;
        String number = run(c -> c >= '0' && c <= '9');
        if (number.isEmpty()) {
            throw refusal("a number after " + letters + ", as in " + letters + "1");
        }
        return registered(type.named(number, parameters), start);
    }

    private Element registered(Element element, int start) {
        if (!names.add(element.name())) {
            at = start;
            throw refusal("a name other than " + element.name() + ", which is there already");
        }
        parameters += element.parameters().size();
        return element;
    }

    private Element.Type type(String letters, int start) {
        return Arrays.stream(Element.Type.values())
                .filter(type -> type.name().equals(letters.equals("Zarc") ? "ZARC" : letters))
                .findFirst()
                .orElseThrow(() -> {
                    at = start;
                    return refusal(
                            letters.isEmpty() ? PART : "one of the elements " + Arrays.toString(Element.Type.values()));
                });
    }

    /** One test of a character. */
    private interface Kind {
        boolean has(char c);
    }

    private String run(Kind kind) {
        int start = at;
        while (at < text.length() && kind.has(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void expect(char wanted, String expectation) {
        if (peek() != wanted) {
            throw refusal(expectation);
        }
        at++;
    }

    /** The next character that is no blank, 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException refusal(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException("circuit '" + text + "', position " + (at + 1) + ": found " + found
                + ", expected " + expected + "; an example is R0-p(R1,CPE1)-W1");
    }
}
