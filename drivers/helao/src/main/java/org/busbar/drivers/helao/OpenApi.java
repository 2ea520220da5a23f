package org.busbar.drivers.helao;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an action server says about itself: the GET operations of OpenAPI 3.
 *
 * @param server its URI
 * @param operations by path without a slash at the end
 */
record OpenApi(String server, Map<String, Operation> operations) {

    /**
     * One action.
     *
     * @param path as it is to be asked for
     * @param parameters of the query
     * @param required those of them that must be given
     */
    record Operation(String path, Set<String> parameters, Set<String> required) {}

    /** @throws DeviceException with the detail {@code IDENTITY_MISMATCH} if it is none */
    static OpenApi parse(String server, String text) throws DeviceException {
        Map<String, Operation> operations = new LinkedHashMap<>();
        try {
            object(object(Json.parse(text)).get("paths")).forEach((path, item) -> {
                if (object(item).get("get") instanceof Map<?, ?> get) {
                    operations.put(plain(path), operation(path, get.get("parameters")));
                }
            });
        } catch (IllegalArgumentException e) {
            throw mismatch(server + " is no action server: what it says about itself is " + e.getMessage(), e);
        }
        return new OpenApi(server, operations);
    }

    private static Operation operation(String path, @Nullable Object declared) {
        Set<String> parameters = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        for (Object item : declared instanceof List<?> list ? list : List.of()) {
            Map<String, @Nullable Object> parameter = object(item);
            if ("query".equals(parameter.get("in")) && parameter.get("name") instanceof String name) {
                parameters.add(name);
                if (Boolean.TRUE.equals(parameter.get("required"))) {
                    required.add(name);
                }
            }
        }
        return new Operation(path, parameters, required);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("'" + value + "' where an object belongs");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        map.forEach((name, inner) -> object.put(String.valueOf(name), inner));
        return object;
    }

    private static String plain(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** @throws DeviceException with the detail {@code IDENTITY_MISMATCH} if there is none, naming those there are */
    Operation find(String path) throws DeviceException {
        Operation operation = operations.get(plain(path));
        if (operation == null) {
            throw mismatch(
                    server + " has no action " + path + ", only " + operations.keySet()
                            + ": it is another action server or version, or the description is wrong",
                    null);
        }
        return operation;
    }

    private static DeviceException mismatch(String message, @Nullable Throwable cause) {
        DeviceException mismatch = new DeviceException(Detail.IDENTITY_MISMATCH, message);
        if (cause != null) {
            mismatch.initCause(cause);
        }
        return mismatch;
    }
}
