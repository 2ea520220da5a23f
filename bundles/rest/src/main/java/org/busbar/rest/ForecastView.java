package org.busbar.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.experiment.Forecast;

/**
 * What runs would take, for programs and people.
 *
 * @param duration in seconds
 * @param text the duration in words
 * @param bottleneck the device that is at work longest; empty if none is
 * @param uses how much of each stock would be used
 * @param slotCount how many slots there are in all
 * @param slots the first of them, in the order in which they begin
 */
record ForecastView(
        double duration,
        String text,
        String bottleneck,
        Map<String, Quantity> uses,
        List<String> notes,
        int slotCount,
        List<Slot> slots) {

    /**
     * One step of one run.
     *
     * @param from in seconds since the begin of the first run
     * @param to in seconds since the begin of the first run
     */
    record Slot(String run, String step, String device, double from, double to) {

        static Slot of(Forecast.Slot slot) {
            return new Slot(slot.run(), slot.step(), slot.device(), Span.seconds(slot.from()), Span.seconds(slot.to()));
        }
    }

    /** @param most how many slots are shown */
    static ForecastView of(Forecast forecast, int most) {
        return new ForecastView(
                Span.seconds(forecast.duration()),
                Span.text(forecast.duration()),
                forecast.bottleneck(),
                forecast.uses(),
                forecast.notes(),
                forecast.slots().size(),
                forecast.slots().stream()
                        .sorted(Comparator.comparing(Forecast.Slot::from))
                        .limit(most)
                        .map(Slot::of)
                        .toList());
    }
}
