package org.busbar.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.busbar.json.Json;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests for the operations of an OpenAPI document: good ones, nearly good ones and bad ones. */
final class Generator {

    private static final int DEEPEST = 6;
    private static final String MANY_DIGITS = "9".repeat(400);

    private static final List<String> WORDS = List.of(
            "left",
            "right",
            "fill",
            "measure",
            "salt",
            "plain",
            "dispense",
            "s-1",
            "k",
            "conductivity",
            "eis",
            "1 mL",
            "2 h",
            "5 g",
            "1 mol/L",
            "");

    private static final List<String> ODD = List.of(
            "\u0000",
            "\ud800",
            "\u202e\u0301",
            "\ud83d\ude00".repeat(40),
            "'; DROP TABLE event; --",
            "../../etc",
            "%2e%2e",
            "x".repeat(3000),
            "NaN",
            "-Infinity mL",
            "1e999 mL",
            "9999999999999999999999 mL",
            "1 parsec!",
            "-1 mL",
            "5 mol/L/L/L",
            "\"\\\n\t",
            "null",
            "2026-13-45T00:00:00Z");

    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-1",
            "0.5",
            "1e308",
            "1e400",
            "-0",
            "99999999999999999999",
            "NaN",
            "Infinity",
            MANY_DIGITS,
            "[[[[[1]]]]]",
            "{\"value\":1}",
            "{\"value\":\"1\",\"unit\":5}",
            "{\"value\":1,\"unit\":\"mol\"}",
            "{\"value\":1e400,\"unit\":\"mL\"}",
            "{\"value\":1,\"unit\":\"mL\",\"uncertainty\":-1}",
            "{\"value\":1,\"unit\":\"mL\",\"value\":2}",
            "{\"series\":[1,null,\"x\"],\"unit\":\"Hz\"}",
            "{\"series\":[1,2],\"unit\":\"Hz\"}",
            "{\"sample\":5}",
            "{\"sample\":\"\"}",
            "{\"uri\":\"::\",\"mediaType\":\"a\",\"sha256\":\"b\"}",
            "{\"type\":\"Made\"}",
            "{\"type\":\"Nothing\"}",
            "[1,2,3]",
            "{\"a\":".repeat(300) + "1" + "}".repeat(300));

    private final JsonNode document;
    private final Random random;
    private final List<String> ids;

    /** @param ids of things that there are */
    Generator(JsonNode document, Random random, List<String> ids) {
        this.document = document;
        this.random = random;
        this.ids = ids;
    }

    private boolean chance(double of) {
        return random.nextDouble() < of;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String word() {
        if (chance(0.25)) {
            return one(ODD);
        }
        return chance(0.4) && !ids.isEmpty() ? one(ids) : one(WORDS);
    }

    Exchange request(String method, String path, JsonNode operation) {
        Exchange exchange = new Exchange(method, address(path, operation));
        operation.path("parameters").forEach(parameter -> header(parameter, exchange));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode() && chance(0.97)) {
            exchange.body(chance(0.05) ? one(HOSTILE) : body(schema));
        }
        if (chance(0.03)) {
            exchange.header("Content-Type", one(List.of("text/plain", "application/json; charset=latin1", ";;", "x")));
        }
        exchange.header("Accept", chance(0.9) ? "application/json, */*" : one(List.of("text/html", ",,;q", "a/b")));
        return exchange;
    }

    private void header(JsonNode parameter, Exchange exchange) {
        if (parameter.get("in").stringValue().equals("header") && chance(0.5)) {
            exchange.header(
                    parameter.get("name").stringValue(), chance(0.7) ? "k" + random.nextInt(9) : text(parameter));
        }
    }

    private String address(String path, JsonNode operation) {
        String address = path;
        StringBuilder query = new StringBuilder("?");
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").stringValue();
            if (parameter.get("in").stringValue().equals("path")) {
                String value = word();
                address = address.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
            } else if (parameter.get("in").stringValue().equals("query") && chance(0.5)) {
                query.append(name)
                        .append('=')
                        .append(encoded(value(name, parameter)))
                        .append('&');
            }
        }
        return address + (chance(0.02) ? query + "%zz=%" : query);
    }

    /** Waiting would only take time. */
    private String value(String name, JsonNode parameter) {
        return name.equals("wait") ? one(List.of("0", "61", "-1", "x", "", MANY_DIGITS)) : text(parameter);
    }

    private String text(JsonNode parameter) {
        if (chance(0.2)) {
            return chance(0.3) ? MANY_DIGITS : one(ODD);
        }
        JsonNode value = valid(parameter.get("schema"), 0);
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A body that is as the schema says, or nearly so. */
    private String body(JsonNode schema) {
        JsonNode tree = valid(schema, 0);
        if (chance(0.35)) {
            return tree.toString();
        }
        String mark = "\"@@\"";
        String text = spoilt(tree).toString().replace(mark, one(HOSTILE));
        if (chance(0.05)) {
            return text.substring(0, random.nextInt(text.length() + 1));
        }
        return chance(0.05) && text.startsWith("{\"") ? "{\"by\":\"a\",\"by\":\"b\"," + text.substring(1) : text;
    }

    /** The tree with one part replaced by a mark, or left out, or one too many. */
    private JsonNode spoilt(JsonNode tree) {
        if (tree.isObject() && !tree.isEmpty() && chance(0.9)) {
            ObjectNode object = (ObjectNode) tree;
            String name = one(List.copyOf(object.propertyNames()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.put(one(ODD), "@@");
                default -> object.set(name, spoilt(object.get(name)));
            }
            return object;
        }
        if (tree.isArray() && !tree.isEmpty() && chance(0.7)) {
            ArrayNode array = (ArrayNode) tree;
            array.set(0, spoilt(array.get(0)));
            return array;
        }
        return Json.mapper().valueToTree(chance(0.3) ? one(ODD) : "@@");
    }

    /** Something that the schema allows, or nearly so. */
    private JsonNode valid(JsonNode schema, int depth) {
        if (schema.path("$ref").isString()) {
            return valid(
                    document.at(
                            JsonPointer.compile(schema.get("$ref").stringValue().substring(1))),
                    depth);
        }
        for (String choice : List.of("anyOf", "oneOf", "enum")) {
            if (schema.path(choice).isArray()) {
                JsonNode chosen =
                        schema.get(choice).get(random.nextInt(schema.get(choice).size()));
                return choice.equals("enum") ? chosen : valid(chosen, depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> Json.mapper().valueToTree(string(schema));
            case "integer" -> Json.mapper().valueToTree(whole(schema));
            case "number" -> Json.mapper().valueToTree(random.nextGaussian());
            case "boolean" -> Json.mapper().valueToTree(random.nextBoolean());
            case "null" -> Json.mapper().nullNode();
            case "array" -> array(schema, depth);
            default -> object(schema, depth);
        };
    }

    private String string(JsonNode schema) {
        String format = schema.path("format").asString("");
        if (format.equals("quantity")) {
            double max = schema.path("maximum").asDouble(2);
            return max * random.nextDouble() + " " + schema.get("unit").stringValue();
        }
        return format.equals("date-time") ? "2027-01-01T00:00:00Z" : word();
    }

    private long whole(JsonNode schema) {
        long min = schema.path("minimum").asLong(0);
        long max = schema.path("maximum").asLong(5);
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> Math.max(min, Math.min(max, random.nextInt(5)));
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (int i = random.nextInt(3); i > 0 && depth < DEEPEST; i--) {
            array.add(valid(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.mapper().createObjectNode();
        List<String> needed = new ArrayList<>();
        schema.path("required").forEach(name -> needed.add(name.stringValue()));
        for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
            if (depth < DEEPEST && (needed.contains(part.getKey()) || chance(0.5))) {
                object.set(part.getKey(), valid(part.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject() && depth < DEEPEST) {
            for (String name : List.of("volume", "strokes", "sample", "salt", "x")) {
                object.set(name, valid(schema.get("additionalProperties"), depth + 1));
            }
        }
        return object;
    }
}
