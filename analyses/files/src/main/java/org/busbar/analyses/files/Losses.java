package org.busbar.analyses.files;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.analysis.Quality;

/**
 * What of a file did not become part of a table.
 *
 * @param invalid rows left out because a number that is needed is missing or infinite
 * @param positions where the first of them are, such as {@code row 3} or {@code line 24}
 * @param truncated rows at the end of which only a part is there: 0 or 1
 * @param kept rows that are in the table
 */
public record Losses(long invalid, List<String> positions, long truncated, long kept) {

    private static final int MOST_NAMED = 5;

    public Losses {
        positions = List.copyOf(positions);
    }

    /** Nothing kept and nothing lost. */
    public static Losses none() {
        return new Losses(0, List.of(), 0, 0);
    }

    /** One more row that is in the table. */
    public Losses withKept() {
        return new Losses(invalid, positions, truncated, kept + 1);
    }

    /** One more row that is left out; the first five positions are kept. */
    public Losses withInvalid(String position) {
        List<String> more = new ArrayList<>(positions);
        if (more.size() < MOST_NAMED) {
            more.add(position);
        }
        return new Losses(invalid + 1, more, truncated, kept);
    }

    /** One more row of which only a part is there. */
    public Losses withTruncated() {
        return new Losses(invalid, positions, truncated + 1, kept);
    }

    /** The flags {@code truncated} and {@code invalid_rows}, with counts; either makes the table suspicious. */
    public Quality quality() {
        Quality quality = Quality.ok();
        if (truncated > 0) {
            quality = quality.flag(Quality.Level.SUSPICIOUS, "truncated: " + truncated + " row cut at the end");
        }
        if (invalid > 0) {
            quality = quality.flag(
                    Quality.Level.SUSPICIOUS,
                    "invalid_rows: " + invalid + " of " + (invalid + kept) + " left out, " + where());
        }
        return quality;
    }

    private String where() {
        return String.join(", ", positions) + (invalid > positions.size() ? ", ..." : "");
    }
}
