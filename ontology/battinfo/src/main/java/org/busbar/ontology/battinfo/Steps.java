package org.busbar.ontology.battinfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Provenance;
import org.busbar.ontology.battinfo.Vocabulary.Procedure.Kind;

/** Makes an activity of each step of a result's provenance. */
final class Steps {

    private final Vocabulary vocabulary;
    private final Graph graph;
    private final Iris iris;
    private final Entities entities;
    private final Agents agents;

    Steps(Vocabulary vocabulary, Graph graph, Iris iris, Entities entities) {
        this.vocabulary = vocabulary;
        this.graph = graph;
        this.iris = iris;
        this.entities = entities;
        this.agents = new Agents(graph, iris);
    }

    /** The activities, in the order of the steps. */
    List<Activity> activities(List<Provenance> provenance) {
        List<Activity> activities = new ArrayList<>();
        for (Provenance step : provenance) {
            activities.add(activity(Integer.toString(activities.size() + 1), step));
        }
        return activities;
    }

    private Activity activity(String number, Provenance step) {
        Vocabulary.Procedure procedure = vocabulary.procedure(step.capability());
        Node node = graph.add(new Node(iris.part("steps", number), types(step.capability(), procedure)));
        describe(node, step);
        String device = agents.device(step.agent(), procedure.kind());
        associate(node, step.agent(), procedure.kind(), device);
        Activity activity = new Activity(graph, node, procedure, device);
        step.inputs()
                .byName()
                .forEach((name, value) ->
                        activity.uses(name, entities.met(iris.part("steps", number, name), name, value), value));
        entities.after(activity);
        return activity;
    }

    private List<String> types(String capability, Vocabulary.Procedure procedure) {
        List<String> types = new ArrayList<>(procedure.classes());
        if (types.isEmpty()) {
            graph.unmapped(capability);
            types.add(Iris.own(capability));
        }
        types.add("prov:Activity");
        switch (procedure.kind()) {
            case ANALYSIS -> types.add("schema:CreateAction");
            case PREPARATION -> types.add("sosa:Actuation");
            case MEASUREMENT, OTHER -> {}
        }
        return types;
    }

    private static void describe(Node node, Provenance step) {
        node.with("schema:name", step.step())
                .with("busbar:capability", step.capability())
                .at("prov:startedAtTime", step.started())
                .at("prov:endedAtTime", step.ended());
        if (!step.agent().configuration().isEmpty()) {
            node.withData("busbar:parameters", new LinkedHashMap<>(step.agent().configuration()));
        }
    }

    private void associate(Node node, Agent agent, Kind kind, String device) {
        String iri = agents.agent(agent);
        node.link("prov:wasAssociatedWith", iri);
        switch (kind) {
            case ANALYSIS ->
                node.link("schema:instrument", iri).link("schema:actionStatus", "schema:CompletedActionStatus");
            case MEASUREMENT -> node.link("hasTestEquipment", device);
            case PREPARATION -> node.link("sosa:madeByActuator", device);
            case OTHER -> {}
        }
    }
}
