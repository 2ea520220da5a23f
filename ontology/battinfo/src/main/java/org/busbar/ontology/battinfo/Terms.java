package org.busbar.ontology.battinfo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pinned terms of EMMO and its domains by prefLabel, from {@code terms.csv}.
 *
 * <p>An IRI is only ever looked up here: the fragment of an EMMO IRI cannot be guessed from the label.
 */
final class Terms {

    private static final Set<String> SCHEMES = Set.of("http", "https", "urn");

    private record Term(String iri, String kind) {}

    private final Map<String, Term> byLabel;

    /** @throws IllegalStateException if an IRI is of another scheme than http, https or urn */
    Terms(List<Map<String, String>> rows) {
        byLabel = rows.stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> Row.of(row, "prefLabel"),
                        row -> new Term(exportable(Row.of(row, "IRI")), Row.of(row, "kind"))));
    }

    /**
     * The IRI of the term with that prefLabel.
     *
     * @throws IllegalStateException if it is not in the table
     */
    String iri(String label) {
        return term(label).iri();
    }

    /** What stands for that label in a JSON-LD context: its IRI and, for a property, the type of what it points to. */
    Object definition(String label) {
        Term term = term(label);
        return switch (term.kind()) {
            case "ObjectProperty" -> Json.object("@id", term.iri(), "@type", "@id");
            case "DatatypeProperty" -> Json.object("@id", term.iri(), "@type", "xsd:double");
            default -> term.iri();
        };
    }

    /** The IRI as it was given, once it is known to be of a scheme that may be exported. */
    static String exportable(String iri) {
        String scheme = URI.create(iri).getScheme();
        if (scheme == null || !SCHEMES.contains(scheme)) {
            throw new IllegalStateException("The IRI '" + iri + "' is not of the schemes " + SCHEMES);
        }
        return iri;
    }

    private Term term(String label) {
        Term term = byLabel.get(label);
        if (term == null) {
            throw new IllegalStateException("'" + label + "' is not among the pinned terms of terms.csv; add it there"
                    + " with the IRI looked up in the ontology");
        }
        return term;
    }
}
