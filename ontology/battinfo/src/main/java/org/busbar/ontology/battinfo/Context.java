package org.busbar.ontology.battinfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON-LD context of one document: the prefixes and terms it uses and no others. */
final class Context {

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "busbar", Iris.NAMESPACE,
            "prov", "http://www.w3.org/ns/prov#",
            "qudt", "http://qudt.org/schema/qudt/",
            "schema", "https://schema.org/",
            "sosa", "http://www.w3.org/ns/sosa/",
            "time", "http://www.w3.org/2006/time#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    private static final String UNCERTAINTY = "qudt:standardUncertainty";

    private final TreeSet<String> words = new TreeSet<>();

    private Context() {}

    /** @throws IllegalStateException if the nodes use a term that is not pinned or a prefix that is not declared */
    static Map<String, Object> of(List<Object> nodes, Terms terms) {
        Context context = new Context();
        context.words.add("xsd:double");
        context.collect(nodes);
        return context.definitions(terms);
    }

    private Map<String, Object> definitions(Terms terms) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("@version", 1.1);
        TreeSet<String> used = new TreeSet<>();
        words.stream().filter(word -> word.contains(":")).forEach(word -> used.add(prefix(word)));
        used.forEach(prefix -> definitions.put(prefix, namespace(prefix)));
        words.stream()
                .filter(word -> !word.contains(":"))
                .forEach(word -> definitions.put(word, terms.definition(word)));
        if (words.contains(UNCERTAINTY)) {
            definitions.put(UNCERTAINTY, Json.object("@type", "xsd:double"));
        }
        return definitions;
    }

    private void collect(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> collect(name.toString(), member));
        }
    }

    private void collect(String name, Object member) {
        switch (name) {
            case "@type" -> types(member);
            case "@id" -> reference(member.toString());
            case "@value" -> {} // data, not words
            default -> {
                words.add(name);
                collect(member);
            }
        }
    }

    private void types(Object types) {
        for (Object type : types instanceof List<?> list ? list : List.of(types)) {
            if (!type.equals("@json")) {
                words.add(type.toString());
            }
        }
    }

    private void reference(String iri) {
        if (PREFIXES.containsKey(prefix(iri))) {
            words.add(iri);
        }
    }

    private static String prefix(String word) {
        return word.substring(0, word.indexOf(':'));
    }

    private static String namespace(String prefix) {
        String namespace = PREFIXES.get(prefix);
        if (namespace == null) {
            throw new IllegalStateException(
                    "The prefix '" + prefix + "' is not declared; known are " + PREFIXES.keySet());
        }
        return namespace;
    }
}
