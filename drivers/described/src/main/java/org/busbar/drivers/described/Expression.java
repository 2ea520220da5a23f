package org.busbar.drivers.described;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount that is computed from inputs, such as {@code 5 s + {volume} / {rate}}: numbers with and without units,
 * {@code + - * /}, parentheses. A unit of several parts goes up to the next blank, as in {@code 5 mL/min}.
 */
final class Expression {

    /** An amount that depends on inputs. */
    @FunctionalInterface
    interface Amount {
        Quantity of(Values inputs);
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>\\d+\\.?\\d*(?:[eE][-+]?\\d+)?)"
            + "(?:\\s+(?<unit>[A-Za-z%\\[][^\\s()*+]*))?|\\{(?<name>[A-Za-z_]\\w*)}|(?<sign>[-+*/()]))\\s*");

    private final String text;
    private final Scope scope;
    private final Matcher token;
    private int at;

    private Expression(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
        this.token = TOKEN.matcher(text);
    }

    /** @throws IllegalArgumentException if it is not an expression, or uses names that are no numbers */
    static Amount parse(String text, Scope scope) {
        Expression expression = new Expression(text, scope);
        Amount sum = expression.sum();
        if (expression.at < text.length()) {
            throw expression.wrong();
        }
        return sum;
    }

    private Amount sum() {
        Amount left = product();
        for (char sign = sign(); sign == '+' || sign == '-'; sign = sign()) {
            step();
            left = joined(left, product(), sign == '+' ? 1 : -1);
        }
        return left;
    }

    private static Amount joined(Amount left, Amount right, int sign) {
        return both(left, right, (a, b) -> new Quantity(a.value() + sign * b.in(a.unit()), a.unit(), Double.NaN));
    }

    private Amount product() {
        Amount left = factor();
        for (char sign = sign(); sign == '*' || sign == '/'; sign = sign()) {
            step();
            left = sign == '*' ? times(left, factor()) : over(left, factor());
        }
        return left;
    }

    private static Amount times(Amount left, Amount right) {
        return both(
                left,
                right,
                (a, b) -> new Quantity(a.value() * b.value(), a.unit().times(b.unit()), Double.NaN));
    }

    private static Amount over(Amount left, Amount right) {
        return both(
                left,
                right,
                (a, b) -> new Quantity(a.value() / b.value(), a.unit().per(b.unit()), Double.NaN));
    }

    private static Amount both(Amount left, Amount right, BinaryOperator<Quantity> work) {
        return inputs -> work.apply(left.of(inputs), right.of(inputs));
    }

    private Amount factor() {
        if (sign() == '(') {
            step();
            Amount inner = sum();
            if (sign() != ')') {
                throw wrong();
            }
            step();
            return inner;
        }
        return value();
    }

    private Amount value() {
        if (!look() || token.group("sign") != null) {
            throw wrong();
        }
        String name = token.group("name");
        Amount amount = name == null ? constant(token.group("number"), token.group("unit")) : input(name);
        step();
        return amount;
    }

    private static Amount constant(String number, @Nullable String unit) {
        Quantity quantity = Quantity.of(Double.parseDouble(number), unit == null ? "1" : unit);
        return inputs -> quantity;
    }

    private Amount input(String name) {
        Parameter parameter = scope.known(name).parameter();
        if (parameter instanceof Parameter.Real || parameter instanceof Parameter.Whole) {
            Unit unit = parameter instanceof Parameter.Real real ? real.unit() : Unit.ONE;
            return inputs -> inputs.quantity(name).to(unit);
        }
        throw new IllegalArgumentException("'" + name + "' is not a number and cannot be computed with");
    }

    private char sign() {
        return look() && token.group("sign") != null ? token.group("sign").charAt(0) : ' ';
    }

    private boolean look() {
        token.region(at, text.length());
        return token.lookingAt();
    }

    private void step() {
        look();
        at = token.end();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("'" + text + "' cannot be understood at character " + (at + 1)
                + ": write numbers with units, {inputs}, + - * / and parentheses, as in '5 s + {volume} / {rate}'");
    }
}
