package org.busbar.drivers.scpi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** SCPI as the simulated supply understands it: long and short words, several commands in one line, an error queue. */
final class SupplyLanguage {

    private static final int QUEUE = 10;
    private static final Map<String, String> SHORT = Map.of(
            "VOLTAGE", "VOLT",
            "CURRENT", "CURR",
            "OUTPUT", "OUTP",
            "MEASURE", "MEAS",
            "SYSTEM", "SYST",
            "ERROR", "ERR");

    /** Words that may be left out. */
    private static final List<String> OPTIONAL =
            List.of("SOUR", "SOURCE", "LEV", "LEVEL", "STAT", "STATE", "NEXT", "SCAL", "SCALAR", "DC");

    private final String serial;
    private final SupplyOutput output;
    private final Deque<String> errors = new ArrayDeque<>();

    SupplyLanguage(String serial, SupplyOutput output) {
        this.serial = serial;
        this.output = output;
    }

    /** Answers a line; empty if there is nothing to answer. */
    String answer(String line) {
        List<String> answers = new ArrayList<>();
        for (String command : line.strip().split("\\s*;\\s*", -1)) {
            if (!command.isEmpty()) {
                String[] words = command.split("\\s+", 2);
                String said = perform(header(words[0]), words.length > 1 ? words[1].strip() : "");
                if (!said.isEmpty()) {
                    answers.add(said);
                }
            }
        }
        return String.join(";", answers);
    }

    private static String header(String word) {
        String bare = word.toUpperCase(Locale.ROOT).replaceFirst("^:", "");
        boolean asks = bare.endsWith("?");
        String[] parts = (asks ? bare.substring(0, bare.length() - 1) : bare).split(":", -1);
        return List.of(parts).stream()
                        .filter(part -> !OPTIONAL.contains(part))
                        .map(part -> SHORT.getOrDefault(part, part))
                        .collect(Collectors.joining(":"))
                + (asks ? "?" : "");
    }

    private String perform(String header, String argument) {
        return header.endsWith("?") ? query(header) : command(header, argument);
    }

    private String query(String header) {
        return switch (header) {
            case "*IDN?" -> "BUSBAR,SIM-SUPPLY," + serial + ",1.0";
            case "*OPC?" -> "1";
            case "VOLT?" -> number(output.voltage());
            case "CURR?" -> number(output.current());
            case "OUTP?" -> output.on() ? "1" : "0";
            case "MEAS?", "MEAS:VOLT?" -> number(output.volts());
            case "MEAS:CURR?" -> number(output.amperes());
            case "SYST:ERR?" -> errors.isEmpty() ? "+0,\"No error\"" : errors.removeFirst();
            default -> error("-113,\"Undefined header\"");
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.6E", value);
    }

    private String command(String header, String argument) {
        switch (header) {
            case "VOLT" -> set(argument, SupplyOutput.MOST_VOLTS, output::voltage);
            case "CURR" -> set(argument, SupplyOutput.MOST_AMPERES, output::current);
            case "OUTP" -> turn(argument.toUpperCase(Locale.ROOT));
            case "*CLS" -> errors.clear();
            case "*RST" -> reset();
            default -> error("-113,\"Undefined header\"");
        }
        return "";
    }

    private interface Setting {
        void to(double value);
    }

    private void set(String argument, double most, Setting setting) {
        if (!argument.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            error(argument.isEmpty() ? "-109,\"Missing parameter\"" : "-104,\"Data type error\"");
            return;
        }
        double value = Double.parseDouble(argument);
        if (value < 0 || value > most) {
            error("-222,\"Data out of range\"");
            return;
        }
        setting.to(value);
    }

    private void turn(String argument) {
        switch (argument) {
            case "ON", "1" -> output.on(true);
            case "OFF", "0" -> output.on(false);
            default -> error("-224,\"Illegal parameter value\"");
        }
    }

    private void reset() {
        output.on(false);
        output.voltage(0);
        output.current(SupplyOutput.MOST_AMPERES);
    }

    /** The last entry of a full queue says that more happened. */
    private String error(String entry) {
        if (errors.size() == QUEUE) {
            errors.removeLast();
            errors.addLast("-350,\"Queue overflow\"");
        } else {
            errors.addLast(entry);
        }
        return "";
    }
}
