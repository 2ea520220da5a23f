package org.busbar.drivers.described;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/**
 * A number with a unit, which is not written.
 *
 * @param unit of the number in the text
 * @param format for {@link String#format}; without one, as a decimal number without an exponent, of up to 12 digits
 */
record NumberNotation(Parameter parameter, Unit unit, Optional<String> format, Spread spread) implements Notation {

    /** Conversions round in the 16th digit; nobody sets an instrument to more than 12. */
    private static final MathContext DIGITS = new MathContext(12);

    @Override
    public String write(Value value) {
        double number = ((Quantity) value).in(unit);
        return format.map(form -> formatted(form, number)).orElseGet(() -> plain(number));
    }

    static String formatted(String format, double number) {
        char kind = Character.toLowerCase(format.charAt(format.length() - 1));
        Object given = kind == 'd' || kind == 'x' ? (Object) Math.round(number) : (Object) number;
        return String.format(Locale.ROOT, format, given);
    }

    static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).round(DIGITS);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    @Override
    public Value read(String text) throws DeviceException {
        double number = number(parameter.name(), text);
        Quantity value = new Quantity(number, unit, spread.of(number));
        Optional<String> refusal = parameter.refusal(value);
        if (refusal.isPresent()) {
            throw new DeviceException("The instrument answered " + refusal.get()
                    + ": it reports an overload, or the range in its description is too narrow");
        }
        return value;
    }

    static double number(String name, String text) throws DeviceException {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new DeviceException(Detail.COMMUNICATION, name + ": '" + text + "' is not a number", e);
        }
    }

    @Override
    public String pattern() {
        return NUMBER;
    }
}
