package org.busbar.drivers.galil;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A controller in software, which answers one command after the other. */
final class SimulatedController {

    private static final Pattern SET = Pattern.compile("(?<register>[A-Z]{2})(?<axis>[A-Z])=(?<number>-?[0-9]{1,10})");
    private static final Pattern ASK = Pattern.compile("(MG *_)?(?<operand>[A-Z]{2})(?<axis>[A-Z])");
    private static final Pattern DO = Pattern.compile("(?<command>[A-Z]{2})(?<axes>[A-Z]*)");
    private static final Map<Integer, String> REASONS = Map.of(
            0, "",
            1, "Unrecognized command",
            6, "Number out of range",
            7, "Command not valid while running",
            20, "Begin not valid with motor off",
            21, "Begin not valid while running",
            22, "Begin not possible due to Limit Switch");

    private final String model;
    private final long serial;
    private final Map<String, SimulatedAxis> axes;
    private int error;

    SimulatedController(String model, long serial, Map<String, SimulatedAxis> axes) {
        this.model = model;
        this.serial = serial;
        this.axes = Map.copyOf(axes);
    }

    /** The bytes that answer a command, prompt included. */
    String answer(String command) {
        axes.values().forEach(SimulatedAxis::advance);
        if (command.equals("\u0012\u0016")) {
            return line(model + " Rev 1.3d");
        }
        if (command.equals("TC1")) {
            String reason = error + " " + REASONS.getOrDefault(error, "");
            error = 0;
            return line(reason);
        }
        if (command.equals("MG _BN")) {
            return line(number(serial));
        }
        return performed(command);
    }

    private String performed(String command) {
        Matcher set = SET.matcher(command);
        if (set.matches() && axes.containsKey(set.group("axis"))) {
            return accepted(
                    axes.get(set.group("axis")).set(set.group("register"), Double.parseDouble(set.group("number"))));
        }
        Matcher ask = ASK.matcher(command);
        if (ask.matches() && axes.containsKey(ask.group("axis"))) {
            double value = axes.get(ask.group("axis")).value(ask.group("operand"));
            boolean tells = ask.group(1) != null || ask.group("operand").startsWith("T");
            if (tells && !Double.isNaN(value)) {
                return line(number(value));
            }
        }
        return all(command);
    }

    private String all(String command) {
        Matcher order = DO.matcher(command);
        if (!order.matches()) {
            return accepted(1);
        }
        String letters = order.group("axes").isEmpty() ? String.join("", axes.keySet()) : order.group("axes");
        int worst = 0;
        for (String letter : letters.split("")) {
            SimulatedAxis axis = axes.get(letter);
            worst = Math.max(worst, axis == null ? 1 : axis.perform(order.group("command")));
        }
        return accepted(worst);
    }

    private String accepted(int code) {
        error = code == 0 ? error : code;
        return code == 0 ? ":" : "?";
    }

    private static String line(String text) {
        return text + "\r\n:";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, " %.4f", value);
    }
}
