package org.busbar.drivers.simformulator;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Sample;

/** What a sample file says. */
final class VialLabel {

    private VialLabel() {}

    /** A flat JSON object: who made the sample and the mass of each substance in g, to the last digit. */
    static String json(Sample sample, String maker, Masses dosed) {
        return "{\n  \"id\": \"" + sample.id() + "\",\n  \"made_by\": \"" + maker + "\",\n"
                + Stream.of(Substance.values())
                        .map(substance -> "  \"" + substance.symbol() + "_g\": " + dosed.of(substance))
                        .collect(Collectors.joining(",\n", "", "\n}\n"));
    }
}
