package org.busbar.drivers.simconductivitycell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Values;

/** Configured cells, samples and inputs for tests. */
final class Settled {

    private Settled() {}

    /** A configuration of the given settings, and the defaults of the others. */
    static ConductivityCell.Config config(Map<String, Object> given) {
        return (ConductivityCell.Config) Proxy.newProxyInstance(
                Settled.class.getClassLoader(),
                new Class<?>[] {ConductivityCell.Config.class},
                (proxy, method, arguments) -> given.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static ConductivityCell cell(String labId, Path world, double speedup) {
        return new ConductivityCell(
                config(Map.of("lab_id", labId, "world", world.toString(), "speedup", speedup, "seed", 7L)));
    }

    static ConductivityCell.Config with(String setting, Object value) {
        Map<String, Object> settings = new HashMap<>(Map.of("lab_id", "cell", "world", "world"));
        settings.put(setting, value);
        return config(settings);
    }

    static Values request(String sample, double celsius) {
        return Values.of("sample", new Sample(sample)).with("temperature", Quantity.of(celsius, "Cel"));
    }

    /** Puts the sample into the world that a formulator really wrote. */
    static void placeGolden(Path world) throws IOException {
        try (InputStream golden = Settled.class.getResourceAsStream("formulator-1.json")) {
            place(world, "formulator-1", new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Puts a sample of 10 g of solvent into the world. */
    static void place(Path world, String id, double r, double c) throws IOException {
        place(
                world,
                id,
                "{\"id\":\"" + id + "\",\"EC_g\":" + 3 * (1 - r) + ",\"PC_g\":" + 3 * r + ",\"EMC_g\":7,\"LiPF6_g\":"
                        + c * 0.151905 * 10 + "}");
    }

    static void place(Path world, String id, String json) throws IOException {
        Files.createDirectories(world.resolve("samples"));
        Files.writeString(world.resolve("samples/" + id + ".json"), json);
    }
}
