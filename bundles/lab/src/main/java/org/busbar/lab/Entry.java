package org.busbar.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.busbar.json.yaml.YamlTree;
import tools.jackson.databind.JsonNode;

/** A part of a document, read key by key: what is wrong is noted, and reading goes on. */
record Entry(YamlTree tree, String pointer, Problems problems) {

    JsonNode node() {
        return tree.at(pointer);
    }

    boolean has(String key) {
        return node().has(key);
    }

    /** The part under a key, which may be missing. */
    Entry at(String key) {
        return new Entry(tree, pointer + "/" + key.replace("~", "~0").replace("/", "~1"), problems);
    }

    /** Whether nothing is said here. */
    private boolean isOpen() {
        return node().isMissingNode() || node().isNull();
    }

    /** Notes that something is wrong with what it holds. */
    void wrong(String message) {
        problems.value(pointer, message);
    }

    /** Notes every key that does not belong here; says whether this is a mapping. */
    boolean only(List<String> known) {
        if (!node().isObject()) {
            wrong("this should be a mapping with keys of " + known);
            return false;
        }
        for (String key : node().propertyNames()) {
            if (!known.contains(key)) {
                problems.key(at(key).pointer(), "there is no '" + key + "' here, only " + known);
            }
        }
        return true;
    }

    /** The parts of a mapping by their keys; a missing one is empty. */
    Map<String, Entry> map() {
        Map<String, Entry> parts = new LinkedHashMap<>();
        if (node().isObject()) {
            node().propertyNames().forEach(key -> parts.put(key, at(key)));
        } else if (!isOpen()) {
            wrong("this should be a mapping of names");
        }
        return parts;
    }

    /** The elements of a list; a missing one is empty. */
    List<Entry> list() {
        List<Entry> parts = new ArrayList<>();
        if (node().isArray()) {
            for (int i = 0; i < node().size(); i++) {
                parts.add(at(String.valueOf(i)));
            }
        } else if (!isOpen()) {
            wrong("this should be a list");
        }
        return parts;
    }

    /** The words of a list. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        list().forEach(word -> word.text(words::add));
        return words;
    }

    /** Hands over the text of this part; nothing but a fault if it is none. */
    void text(Consumer<String> taker) {
        JsonNode node = node();
        if (node.isString() || node.isBoolean() || node.isIntegralNumber()) {
            taker.accept(node.asString());
        } else if (node.isNumber()) {
            wrong("write " + node.asString() + " in quotes: a number loses its zeros");
        } else {
            wrong("this should be a word or a sentence");
        }
    }

    /** The text of this part; {@code otherwise} if it is missing or none. */
    String text(String otherwise) {
        String[] found = {otherwise};
        if (!node().isMissingNode()) {
            text(text -> found[0] = text);
        }
        return found[0];
    }

    /** What a reader makes of this part; empty if it is missing or refused. */
    <T> Optional<T> read(Function<JsonNode, T> reader) {
        if (node().isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(node()));
        } catch (IllegalArgumentException e) {
            wrong(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The record that this part is. */
    <T> Optional<T> record(Class<T> type) {
        return tree.read(pointer, type, problems::add);
    }
}
