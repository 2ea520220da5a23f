package org.busbar.ontology.battinfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.experiment.Agent;
import org.busbar.ontology.battinfo.Vocabulary.Procedure.Kind;

/** The plug-ins, persons and devices at work, each once. */
final class Agents {

    private final Map<Agent, String> known = new HashMap<>();
    private final Graph graph;
    private final Iris iris;

    Agents(Graph graph, Iris iris) {
        this.graph = graph;
        this.iris = iris;
    }

    /** The IRI of the agent, whatever its settings were: those belong to what it did. */
    String agent(Agent agent) {
        Agent bare = new Agent(agent.id(), agent.bundle(), agent.version(), agent.sha256(), Map.of());
        return known.computeIfAbsent(bare, this::add);
    }

    /** The IRI of the device the agent drives; empty if a step of that kind needs none. */
    String device(Agent agent, Kind kind) {
        return switch (kind) {
            case MEASUREMENT -> device(agent, "sosa:Sensor");
            case PREPARATION -> device(agent, "sosa:Actuator");
            case ANALYSIS, OTHER -> "";
        };
    }

    private String device(Agent agent, String type) {
        String iri = iris.part("devices", agent.id());
        graph.node(iri, () -> new Node(iri, List.of()).with("schema:name", agent.id()))
                .type(type);
        return iri;
    }

    private String add(Agent agent) {
        String iri = iris.part("agents", Integer.toString(known.size() + 1));
        return graph.add(agent.bundle().isEmpty() ? named(iri, agent) : plugIn(iri, agent))
                .id();
    }

    private static Node named(String iri, Agent agent) {
        return new Node(iri, List.of("prov:Agent")).with("schema:name", agent.id());
    }

    private static Node plugIn(String iri, Agent agent) {
        return new Node(iri, List.of("prov:SoftwareAgent", "schema:SoftwareApplication"))
                .with("schema:name", agent.bundle())
                .withText("schema:softwareVersion", agent.version())
                .withText("busbar:digest", agent.sha256().isEmpty() ? "" : "sha256:" + agent.sha256())
                .withText("busbar:labId", agent.id());
    }
}
