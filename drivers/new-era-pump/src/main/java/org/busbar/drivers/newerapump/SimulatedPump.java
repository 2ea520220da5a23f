package org.busbar.drivers.newerapump;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pump in software, which answers one command after the other. Keeps its plunger where it is. */
final class SimulatedPump {

    private static final Pattern COMMAND = Pattern.compile("(?<name>[A-Z]{3}|)(?<arguments>.*)");
    private static final Pattern AMOUNT = Pattern.compile("(?<number>[0-9]+\\.?[0-9]*|\\.[0-9]+)(?<unit>[A-Z]*)");

    private final String version;
    private final Plunger plunger;
    private final DoubleSupplier clock;
    private String alarm;
    private boolean paused;
    private double diameter = 26.59;
    private FourDigits volume = new FourDigits("0.000", "ML");
    private FourDigits rate = new FourDigits("0.000", "MM");
    private Direction direction = Direction.INFUSE;

    /**
     * A pump that was just switched on.
     *
     * @param alarm it has to tell, such as {@code R}; none if empty
     * @param clock s
     */
    SimulatedPump(String version, Plunger plunger, String alarm, DoubleSupplier clock) {
        this.version = version;
        this.plunger = plunger;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** What it answers to a command without an address: its status, and data if there are any. */
    String answer(String command) {
        boolean moved = plunger.isMoving();
        plunger.advance(clock.getAsDouble());
        if (moved && plunger.isBlocked()) {
            alarm = "S";
        }
        if (!alarm.isEmpty()) {
            String told = "A?" + alarm;
            alarm = "";
            return told;
        }
        String data = perform(command.replace(" ", "").toUpperCase(Locale.ROOT));
        return status() + data;
    }

    private String status() {
        if (plunger.isMoving()) {
            return direction.prompt;
        }
        return paused ? "P" : "S";
    }

    private String perform(String command) {
        Matcher form = COMMAND.matcher(command);
        form.matches();
        String arguments = form.group("arguments");
        return switch (form.group("name")) {
            case "" -> arguments.isEmpty() ? "" : "?";
            case "VER" -> version;
            case "DIA" -> diameter(arguments);
            case "VOL" -> volume(arguments);
            case "RAT" -> rate(arguments);
            case "DIR" -> direction(arguments);
            case "CLD" -> clear(arguments);
            case "DIS" -> volumes();
            case "RUN" -> run();
            case "STP" -> stop();
            default -> "?";
        };
    }

    private String diameter(String given) {
        if (given.isEmpty()) {
            return FourDigits.text(diameter);
        }
        Matcher amount = AMOUNT.matcher(given);
        if (plunger.isMoving() || !amount.matches()) {
            return plunger.isMoving() ? "?NA" : "?";
        }
        double wanted = Double.parseDouble(amount.group("number"));
        if (wanted < 0.1 || wanted > 50) {
            return "?OOR";
        }
        diameter = wanted;
        volume = new FourDigits("0.000", diameter <= 14 ? "UL" : "ML");
        return "";
    }

    private String volume(String given) {
        if (given.isEmpty()) {
            return volume.text() + volume.unit();
        }
        if (plunger.isMoving()) {
            return "?NA";
        }
        if (given.equals("UL") || given.equals("ML")) {
            volume = new FourDigits(volume.text(), given);
            return "";
        }
        if (!isNumber(given, "")) {
            return "?";
        }
        volume = new FourDigits(given, volume.unit());
        return "";
    }

    private String rate(String given) {
        if (given.isEmpty()) {
            return rate.text() + rate.unit();
        }
        if (!isNumber(given, "U[HM]|M[HM]")) {
            return "?";
        }
        FourDigits wanted = new FourDigits(given.substring(0, given.length() - 2), given.substring(given.length() - 2));
        Syringe syringe = new Syringe(diameter, 1);
        if (wanted.value() > syringe.highestRate() * 1.001 || wanted.value() < syringe.lowestRate() * 0.99) {
            return "?OOR";
        }
        if (plunger.isMoving() && !wanted.unit().equals(rate.unit())) {
            return "?NA";
        }
        rate = wanted;
        return "";
    }

    /** At most four digits, as the pump has no more. */
    private static boolean isNumber(String given, String unit) {
        Matcher amount = AMOUNT.matcher(given);
        return amount.matches()
                && amount.group("number").replace(".", "").length() <= 4
                && amount.group("unit").matches(unit);
    }

    private String direction(String given) {
        if (plunger.isMoving()) {
            return "?NA";
        }
        for (Direction known : Direction.values()) {
            if (known.code.equals(given)) {
                direction = known;
                return "";
            }
        }
        return given.isEmpty() ? direction.code : "?";
    }

    private String clear(String given) {
        if (plunger.isMoving()) {
            return "?NA";
        }
        for (Direction known : Direction.values()) {
            if (known.code.equals(given)) {
                plunger.clear(known);
                return "";
            }
        }
        return "?";
    }

    private String volumes() {
        return "I" + counter(plunger.infused()) + "W" + counter(plunger.withdrawn()) + volume.unit();
    }

    /** The counters begin again at 0 after 9999. */
    private String counter(double mL) {
        double shown = mL / FourDigits.factor(volume.unit()) % 10_000;
        return FourDigits.text(shown < 9999.5 ? shown : 0);
    }

    private String run() {
        if (plunger.isMoving() || rate.value() == 0) {
            return "?NA";
        }
        if (!paused) {
            plunger.aim(volume.value());
        }
        paused = false;
        double flow = rate.value() / 60;
        plunger.start(direction == Direction.INFUSE ? flow : -flow);
        return "";
    }

    private String stop() {
        if (plunger.isMoving()) {
            plunger.stop();
            paused = true;
            return "";
        }
        String answer = paused ? "" : "?NA";
        paused = false;
        return answer;
    }
}
