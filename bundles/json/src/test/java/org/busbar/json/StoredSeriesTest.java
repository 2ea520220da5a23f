package org.busbar.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredSeriesTest {

    /** Keeps numbers in memory, under names that need not be hashes. */
    private static final class Shelf implements SeriesStore {
        private final Map<String, double[]> kept = new HashMap<>();

        @Override
        public String keep(double[] numbers) {
            String name = Integer.toHexString(Arrays.hashCode(numbers));
            kept.put(name, numbers);
            return name;
        }

        @Override
        public double[] read(String sha256) {
            if (!kept.containsKey(sha256)) {
                throw new UncheckedIOException(new FileNotFoundException("no " + sha256));
            }
            return kept.get(sha256);
        }
    }

    private final Shelf shelf = new Shelf();
    private final JsonMapper mapper =
            Json.configured(JsonMapper.builder(), shelf).build();

    private static Series series(int size) {
        return new Series(IntStream.range(0, size).mapToDouble(i -> i / 8.0).toArray(), Unit.of("Hz"));
    }

    @Test
    void a_long_series_is_named_in_the_document_and_comes_back_complete() {
        LabEvent event = new LabEvent.RunEnded(Instant.EPOCH, "r", Run.State.COMPLETED, Values.of("f", series(17)), "");
        String json = mapper.writeValueAsString(event);
        String name = shelf.kept.keySet().iterator().next();
        assertTrue(json.contains("{\"series\":\"sha256:" + name + "\",\"size\":17,\"unit\":\"Hz\"}"), json);
        assertEquals(event, mapper.readValue(json, LabEvent.class));
    }

    @Test
    void a_short_series_stays_in_the_document() {
        Values values = Values.of("f", series(16));
        assertEquals(Json.write(values), mapper.writeValueAsString(values));
        assertEquals(values, mapper.readValue(mapper.writeValueAsString(values), Values.class));
        assertEquals(0, shelf.kept.size());
    }

    @Test
    void a_long_series_in_a_document_of_before_is_read_as_well() {
        Values values = Values.of("f", series(100));
        assertEquals(values, mapper.readValue(Json.write(values), Values.class));
    }

    @Test
    void everybody_else_writes_plain_arrays() {
        assertTrue(Json.write(series(17)).startsWith("{\"series\":[0,0.125,"));
    }

    @Test
    void a_series_whose_numbers_are_elsewhere_is_refused_where_there_is_no_store() {
        IllegalArgumentException fault = assertThrows(
                IllegalArgumentException.class,
                () -> Json.read("{\"f\":{\"series\":\"sha256:ab\",\"size\":17}}", Values.class));
        assertTrue(fault.getMessage().contains("must be an array of numbers"), fault.getMessage());
    }

    @Test
    void missing_numbers_and_wrong_sizes_are_faults() {
        String json = "{\"f\":{\"series\":\"sha256:ab\",\"size\":17}}";
        assertThrows(UncheckedIOException.class, () -> mapper.readValue(json, Values.class));
        shelf.kept.put("ab", new double[3]);
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> mapper.readValue(json, Values.class));
        assertTrue(wrong.getMessage().contains("has 3 numbers and should have 17"), wrong::toString);
    }

    @Test
    void an_array_needs_no_size() {
        IllegalArgumentException fault = assertThrows(
                IllegalArgumentException.class, () -> Json.read("{\"f\":{\"series\":[1],\"size\":1}}", Values.class));
        assertTrue(fault.getMessage().contains("'size' is not known here"), fault.getMessage());
    }

    @Test
    void infinite_numbers_and_the_sign_of_zero_come_back_as_they_were() {
        Values values = Values.of("f", Series.of("V", -0.0, 0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .with("overload", Quantity.of(Double.POSITIVE_INFINITY, "V"));
        assertEquals(values, Json.read(Json.write(values), Values.class), Json.write(values));
    }
}
