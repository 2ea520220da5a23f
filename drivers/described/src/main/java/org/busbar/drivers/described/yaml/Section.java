package org.busbar.drivers.described.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping in a file. Remembers which keys were asked for, so that {@link #end} can tell what nobody understands. */
public final class Section {

    private final Map<String, Entry> entries;
    private final Place place;
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(Map<String, Entry> entries, Place place) {
        this.entries = entries;
        this.place = place;
    }

    static Section of(MappingNode mapping, Place place) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode(), place);
            Place inside = place.at(key, Entry.line(tuple.getKeyNode()));
            if (entries.put(key, new Entry(tuple.getValueNode(), inside)) != null) {
                throw inside.mistake("'" + key + "' is there twice: leave one out");
            }
        }
        return new Section(entries, place);
    }

    private static String key(Node node, Place place) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw place.mistake("a key is a word, not a list or a mapping: put braces within a text into quotes");
    }

    /** The keys, in the order in which they stand there. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** What stands at a key, if it is there. */
    public Optional<Entry> find(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** What stands at a key that must be there. */
    public Entry get(String key) {
        return find(key).orElseThrow(() -> mistake("'" + key + "' is missing"));
    }

    /** All entries of a mapping from names of the author's own. */
    public Map<String, Entry> all() {
        asked.addAll(entries.keySet());
        return Collections.unmodifiableMap(entries);
    }

    /** Passes if every key was asked for; the next mistake of most authors is a misspelt one. */
    public void end() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                throw entry.mistake("unknown key '" + key + "'; known here are " + asked);
            }
        });
    }

    /** What to throw about this mapping; says file, line, key and {@code what}. */
    public IllegalArgumentException mistake(String what) {
        return place.mistake(what);
    }

    /** The line it stands on, from 1. */
    public int line() {
        return place.line();
    }
}
