package org.busbar.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A chart with one row per device over a time axis. A device that is at work for a whole column is {@code #} there, for
 * a part of it {@code +}, not at all {@code .}; steps without a device are not drawn.
 */
final class Gantt {

    private static final int TICKS = 5;
    private static final double ROUNDING = 1e-6;
    private static final double[] ROUND_STEPS = {1, 2, 5, 10, 15, 20, 30};

    private final double duration;
    private final int columns;
    private final int margin;
    private final Map<String, double[]> work = new TreeMap<>(); // for each device, the seconds at work in each column

    /**
     * @param forecast as the server gives it, times in seconds
     * @param width how many characters a line may have
     */
    Gantt(JsonNode forecast, int width) {
        Map<String, List<JsonNode>> slots = new LinkedHashMap<>();
        for (JsonNode slot : forecast.path("slots")) {
            slots.computeIfAbsent(slot.path("device").asString(""), id -> new ArrayList<>())
                    .add(slot);
        }
        slots.remove("");
        this.duration = Math.max(forecast.path("duration").asDouble(0), ROUNDING);
        this.margin = 2 + slots.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.columns = Math.max(10, width - margin);
        slots.forEach((device, its) -> work.put(device, spread(its)));
    }

    private double[] spread(List<JsonNode> slots) {
        double[] seconds = new double[columns];
        double column = duration / columns;
        for (JsonNode slot : slots) {
            double from = slot.path("from").asDouble(0);
            double to = slot.path("to").asDouble(0);
            for (int i = Math.max(0, (int) (from / column)); i < columns && i * column < to; i++) {
                seconds[i] += Math.max(0, Math.min(to, (i + 1) * column) - Math.max(from, i * column));
            }
        }
        return seconds;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        work.forEach((device, seconds) -> lines.add(padded(device) + bar(seconds)));
        lines.addAll(axis());
        return lines;
    }

    private String padded(String label) {
        return label + " ".repeat(margin - label.length());
    }

    private String bar(double[] seconds) {
        StringBuilder bar = new StringBuilder();
        double column = duration / columns;
        for (double at : seconds) {
            bar.append(at > column * (1 - ROUNDING) ? '#' : at > column * ROUNDING ? '+' : '.');
        }
        return bar.toString();
    }

    /** A line with a mark at each round time, and a line with the times. */
    private List<String> axis() {
        double scale = duration >= 2 * 3600 ? 3600 : duration >= 120 ? 60 : 1;
        String unit = scale == 3600 ? "h" : scale == 60 ? "min" : "s";
        double step = step(duration / scale / TICKS);
        StringBuilder marks = new StringBuilder(" ".repeat(columns));
        StringBuilder times = new StringBuilder();
        for (int i = 0; i * step * scale < duration; i++) {
            int at = (int) (i * step * scale / duration * columns);
            String time = Numbers.number(i * step) + (i == 0 ? " " + unit : "");
            if (at < columns && (times.isEmpty() || at > times.length())) {
                marks.setCharAt(at, '|');
                times.append(" ".repeat(at - times.length())).append(time);
            }
        }
        return List.of(
                padded("") + marks.toString().stripTrailing(),
                padded("") + times.substring(0, Math.min(times.length(), columns)));
    }

    /** The smallest round number that is not below {@code least}. */
    private static double step(double least) {
        double power = Math.pow(10, Math.min(0, Math.floor(Math.log10(least))));
        while (true) {
            for (double round : ROUND_STEPS) {
                if (round * power >= least) {
                    return round * power;
                }
            }
            power *= 10;
        }
    }
}
