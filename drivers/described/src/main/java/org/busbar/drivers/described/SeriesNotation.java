package org.busbar.drivers.described;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.device.DeviceException;

/** Numbers with commas, semicolons or blanks between them; written with commas. */
record SeriesNotation(String name, Unit unit, Optional<String> format) implements Notation {

    @Override
    public String write(Value value) {
        return Arrays.stream(((Series) value).in(unit))
                .mapToObj(number -> format.map(form -> NumberNotation.formatted(form, number))
                        .orElseGet(() -> NumberNotation.plain(number)))
                .collect(Collectors.joining(","));
    }

    @Override
    public Value read(String text) throws DeviceException {
        String stripped = text.strip();
        String[] words = stripped.isEmpty() ? new String[0] : stripped.split("\\s*[,;]\\s*|\\s+", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = NumberNotation.number(name + ", number " + (i + 1), words[i]);
        }
        return new Series(numbers, unit);
    }

    @Override
    public String pattern() {
        return "[-+.,;\\deE\\s]*?";
    }
}
