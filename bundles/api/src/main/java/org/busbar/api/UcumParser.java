package org.busbar.api;

import java.math.BigDecimal;
import java.math.MathContext;

/** Reads UCUM codes by recursive descent: terms of components joined by {@code .} and {@code /}, left to right. */
final class UcumParser {

    /** Bounds the depth of the recursion too. */
    static final int LONGEST = 250;

    private static final int HIGHEST_EXPONENT = 99;
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final String code;
    private int at;

    private UcumParser(String code) {
        this.code = code;
    }

    /** The unit of that code. */
    static Unit parse(String code) {
        try {
            return new UcumParser(code).whole();
        } catch (Fault fault) {
            throw new IllegalArgumentException("'" + shown(code) + "' is not a UCUM unit known here: "
                    + fault.getMessage() + UcumTable.hint(code));
        }
    }

    /** Whether that code is one; says nothing about why not, and so never asks for a hint. */
    static boolean accepts(String code) {
        try {
            new UcumParser(code).whole();
            return true;
        } catch (Fault fault) {
            return false;
        }
    }

    private Unit whole() throws Fault {
        checkCharacters();
        Unit unit = term();
        if (at < code.length()) {
            throw new Fault("'" + peek() + "' cannot stand after '" + code.substring(0, at) + "'");
        }
        double factor = unit.factor();
        if (factor < Double.MIN_NORMAL || Double.isInfinite(factor)) {
            throw new Fault("its factor to SI units is not from 1e-307 to 1e308");
        }
        return new Unit(code, unit.powers(), unit.scale(), unit.zero());
    }

    private void checkCharacters() throws Fault {
        if (code.isEmpty()) {
            throw new Fault("it is empty; the unit of a number without one is '1'");
        }
        if (code.length() > LONGEST) {
            throw new Fault("it has " + code.length() + " characters, the limit is " + LONGEST);
        }
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) <= ' ' || code.charAt(i) > '~') {
                throw new Fault("'" + shown(code.substring(i, i + 1)) + "' is not a character of UCUM codes");
            }
        }
    }

    private Unit term() throws Fault {
        Unit product = peek() == '/' ? number(BigDecimal.ONE) : component();
        while (peek() == '.' || peek() == '/') {
            boolean times = code.charAt(at++) == '.';
            Unit next = component();
            BigDecimal scale = times
                    ? product.scale().multiply(next.scale(), PRECISION)
                    : product.scale().divide(next.scale(), PRECISION);
            product = new Unit("", product.powers().times(next.powers(), times ? 1 : -1), scale, BigDecimal.ZERO);
        }
        return product;
    }

    /** UCUM would read 2.5 as 2 times 5 and m1.5 as 5 m; nobody who writes that means it. */
    private void checkNoDecimal() throws Fault {
        if (peek() == '.' && isDigit(at - 1) && isDigit(at + 1)) {
            throw new Fault("'" + code.substring(at - 1, at + 2)
                    + "' is no decimal number, '.' multiplies; factors and exponents are whole numbers");
        }
    }

    private boolean isDigit(int index) {
        return index < code.length() && code.charAt(index) >= '0' && code.charAt(index) <= '9';
    }

    private Unit component() throws Fault {
        if (peek() == '(') {
            return inParentheses();
        }
        Unit unit = peek() == '{' ? number(BigDecimal.ONE) : simple();
        if (peek() == '{') {
            skipAnnotation();
        }
        return unit;
    }

    private Unit inParentheses() throws Fault {
        at++;
        Unit inner = term();
        if (peek() != ')') {
            throw new Fault("a ')' is missing");
        }
        at++;
        return inner;
    }

    private void skipAnnotation() throws Fault {
        int end = code.indexOf('}', at);
        if (end < 0) {
            throw new Fault("a '}' is missing");
        }
        at = end + 1;
    }

    private Unit simple() throws Fault {
        String word = word();
        checkNoDecimal();
        String name = word.replaceFirst("[+-]?[0-9]+$", "");
        if (name.isEmpty()) {
            return number(factor(word));
        }
        Unit atom = UcumTable.atom(name);
        if (atom == null) {
            throw new Fault("there is no unit '" + name + "'");
        }
        return name.length() == word.length() ? atom : power(atom, exponent(word.substring(name.length())));
    }

    private String word() throws Fault {
        int start = at;
        boolean bracket = false;
        while (at < code.length() && (bracket || "./(){}".indexOf(code.charAt(at)) < 0)) {
            bracket = code.charAt(at) == '[' || bracket && code.charAt(at) != ']';
            at++;
        }
        if (at == start) {
            throw new Fault(
                    "a unit is missing " + (start == 0 ? "at its start" : "after '" + code.substring(0, at) + "'"));
        }
        return code.substring(start, at);
    }

    private static BigDecimal factor(String digits) throws Fault {
        BigDecimal factor = new BigDecimal(digits);
        if (factor.signum() <= 0 || !Character.isDigit(digits.charAt(0))) {
            throw new Fault("the factor " + digits + " is not a whole number above 0 without a sign");
        }
        return factor;
    }

    private static int exponent(String digits) throws Fault {
        int exponent = digits.length() > 3 ? HIGHEST_EXPONENT + 1 : Integer.parseInt(digits);
        if (exponent == 0 || Math.abs(exponent) > HIGHEST_EXPONENT) {
            throw new Fault("the exponent " + shown(digits) + " is not from 1 to 99 or -99 to -1");
        }
        return exponent;
    }

    private static Unit power(Unit unit, int exponent) {
        if (exponent == 1) {
            return unit;
        }
        BigDecimal scale = unit.scale().pow(Math.abs(exponent), PRECISION);
        return new Unit(
                "",
                Dimension.NONE.times(unit.powers(), exponent),
                exponent < 0 ? BigDecimal.ONE.divide(scale, PRECISION) : scale,
                BigDecimal.ZERO);
    }

    private static Unit number(BigDecimal factor) {
        return new Unit("", Dimension.NONE, factor, BigDecimal.ZERO);
    }

    private char peek() {
        return at < code.length() ? code.charAt(at) : '\0';
    }

    private static String shown(String text) {
        String start = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** What is wrong with a code. */
    private static final class Fault extends Exception {

        Fault(String message) {
            super(message, null, false, false);
        }
    }
}
