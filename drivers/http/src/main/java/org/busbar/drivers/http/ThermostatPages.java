package org.busbar.drivers.http;

import java.util.Map;
import org.busbar.drivers.described.json.Json;
import org.jspecify.annotations.Nullable;

/** What the simulated thermostat answers to requests. */
final class ThermostatPages {

    private final String serial;
    private final Bath bath;

    ThermostatPages(String serial, Bath bath) {
        this.serial = serial;
        this.bath = bath;
    }

    /** @param request its first line, headers, an empty line, and its body */
    String answer(String request) {
        String line = request.lines().findFirst().orElse("");
        int empty = request.indexOf("\n\n");
        return answer(line, empty < 0 ? "" : request.substring(empty + 2));
    }

    private String answer(String line, String body) {
        return switch (line) {
            case "GET /info" -> "{\"model\": \"SIM-BATH\", \"serial\": \"" + serial + "\"}";
            case "GET /state" -> state();
            case "PUT /setpoint" -> setpoint(member(body, "celsius"));
            case "PUT /heater" -> heater(member(body, "on"));
            default -> error("no such page");
        };
    }

    private String state() {
        String state = bath.heats() ? bath.isStable() ? "stable" : "moving" : "off";
        return "{\"state\": \"" + state + "\", \"setpoint\": " + bath.setpoint() + ", \"heater\": " + bath.heats()
                + ", \"thermometers\": [{\"celsius\": " + bath.temperature() + "}]}";
    }

    private static @Nullable Object member(String body, String name) {
        try {
            return Json.parse(body) instanceof Map<?, ?> object ? object.get(name) : null;
        } catch (IllegalArgumentException e) {
            return null; // answered with an error, as a server does
        }
    }

    private String setpoint(@Nullable Object celsius) {
        if (!(celsius instanceof String text) || !text.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?")) {
            return error("celsius is a number");
        }
        double wanted = Double.parseDouble(text);
        if (wanted < Bath.COLDEST || wanted > Bath.HOTTEST) {
            return error("celsius is from " + Bath.COLDEST + " to " + Bath.HOTTEST);
        }
        bath.setpoint(wanted);
        return state();
    }

    private String heater(@Nullable Object on) {
        if (!(on instanceof Boolean now)) {
            return error("on is true or false");
        }
        bath.heats(now);
        return state();
    }

    private static String error(String reason) {
        return "{\"error\": \"" + reason + "\"}";
    }
}
