package org.busbar.ontology.battinfo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Sample;
import org.busbar.api.broker.Result;
import org.busbar.api.experiment.Provenance;

/** Links the measured property, the sample it is of and the step that measured it, as SOSA and EMMO do. */
final class Observation {

    private final Vocabulary vocabulary;
    private final Graph graph;
    private final Iris iris;
    private final Result result;
    private final List<Activity> activities;
    private final Optional<Activity> measurement;

    Observation(Vocabulary vocabulary, Graph graph, Iris iris, Result result, List<Activity> activities) {
        this.vocabulary = vocabulary;
        this.graph = graph;
        this.iris = iris;
        this.result = result;
        this.activities = activities;
        this.measurement = activities.stream().filter(Activity::isMeasurement).reduce((first, last) -> last);
    }

    /**
     * Adds the observation and completes its sample.
     *
     * @param property the IRI of what was measured
     * @param asked the IRIs of the inputs of the request, by name
     */
    void add(Vocabulary.Measurand measurand, String property, Map<String, String> asked) {
        Node sample = sample(measurand).add("hasMeasuredProperty", property);
        described(sample, asked);
        Node observation = graph.add(new Node(iris.part("observation"), List.of("sosa:Observation", "prov:Entity")));
        observation.link("sosa:hasFeatureOfInterest", sample.id()).link("sosa:observedProperty", kind(measurand));
        measurement.ifPresent(step -> measured(observation, step));
        if (!result.method().isEmpty()) {
            observation.link("sosa:usedProcedure", "busbar:procedure/" + Iris.encoded(result.method()));
        }
        observation.at("sosa:resultTime", result.time()).link("sosa:hasResult", property);
    }

    private String kind(Vocabulary.Measurand measurand) {
        return vocabulary.terms().iri(vocabulary.observed(measurand));
    }

    private void measured(Node observation, Activity step) {
        Provenance provenance = result.provenance().get(activities.indexOf(step));
        String when = iris.part("measured-at");
        graph.add(new Node(when, List.of("time:Instant"))
                .with(
                        "time:inXSDDateTimeStamp",
                        Json.object("@value", provenance.ended().toString(), "@type", "xsd:dateTimeStamp")));
        observation.link("sosa:madeBySensor", step.device()).link("sosa:phenomenonTime", when);
    }

    /** The sample measured last; if no step names one, a node for whatever it was. */
    private Node sample(Vocabulary.Measurand measurand) {
        String iri = last(measurement.map(Activity::samples).orElse(List.of()))
                .or(() -> last(result.request().inputs().byName().values().stream()
                        .filter(Sample.class::isInstance)
                        .map(Sample.class::cast)
                        .toList()))
                .map(sample -> Iris.sample(sample.id()))
                .orElse(iris.part("sample"));
        return graph.node(iri, () -> new Node(iri, List.of("sosa:Sample", "prov:Entity")))
                .type(measurand.material());
    }

    private static Optional<Sample> last(List<Sample> samples) {
        return samples.stream().reduce((first, last) -> last);
    }

    /** What was asked of the sample, and what the step that made it used, are its properties. */
    private void described(Node sample, Map<String, String> asked) {
        described(sample, asked.entrySet());
        activities.stream()
                .filter(activity -> activity.hasGenerated(sample.id()))
                .forEach(activity -> described(sample, activity.used().entrySet()));
    }

    private void described(Node sample, Set<Map.Entry<String, String>> iris) {
        iris.stream()
                .filter(each -> vocabulary.property(each.getKey()).ofSample())
                .forEach(each -> sample.add("hasProperty", each.getValue()));
    }
}
