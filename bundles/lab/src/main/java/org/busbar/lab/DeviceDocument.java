package org.busbar.lab;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.json.Faults;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads {@code devices/*.json}. */
final class DeviceDocument {

    private DeviceDocument() {}

    /**
     * The settings of each device, by {@code type~name}, in the order of the file.
     *
     * @throws IllegalArgumentException naming what is wrong, and where
     */
    static Map<String, JsonNode> read(File file) {
        try {
            Map<String, JsonNode> devices = new LinkedHashMap<>();
            JsonNode tree = Json.mapper().readTree(file);
            if (!tree.isObject()) {
                throw new IllegalArgumentException("a JSON object {\"type~name\": {settings}} is wanted");
            }
            tree.properties().forEach(entry -> {
                if (!entry.getKey().startsWith(":configurator:")) {
                    devices.put(entry.getKey(), entry.getValue());
                }
            });
            devices.keySet().forEach(DeviceDocument::requireNamed);
            return devices;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Faults.of(e), e);
        }
    }

    private static void requireNamed(String device) {
        if (!device.matches("[^~]+~[^~]+")) {
            throw new IllegalArgumentException(
                    "'" + device + "' is no device: write \"type~name\", such as \"org.busbar.drivers.x.Pump~left\"");
        }
    }
}
