package org.busbar.shell;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What runs would take, in words and as a chart of who is at work when. */
final class ForecastText {

    private final JsonNode forecast;

    /** @param forecast as the server gives it */
    ForecastText(JsonNode forecast) {
        this.forecast = forecast;
    }

    /** @param width how many characters a line of the chart may have */
    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add("duration    " + forecast.path("text").asString(""));
        String bottleneck = forecast.path("bottleneck").asString("");
        lines.add("bottleneck  " + (bottleneck.isEmpty() ? "none" : bottleneck));
        forecast.path("uses")
                .properties()
                .forEach(use -> lines.add("uses        " + use.getKey() + ": " + Numbers.value(use.getValue())));
        forecast.path("notes").forEach(note -> lines.add("note        " + note.asString("")));
        if (!forecast.path("slots").isEmpty()) {
            lines.add("");
            lines.addAll(new Gantt(forecast, width).lines());
            lines.addAll(cut());
        }
        return lines;
    }

    private List<String> cut() {
        int all = forecast.path("slotCount").asInt(0);
        int shown = forecast.path("slots").size();
        return shown < all ? List.of("the chart shows the first " + shown + " of " + all + " steps") : List.of();
    }
}
