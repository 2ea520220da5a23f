package org.busbar.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.experiment.Finding;
import org.busbar.json.yaml.YamlTree;

/** Where the parts of a sequence stand in its file. */
final class Lines {

    private final YamlTree tree;
    private final Map<String, List<String>> steps = new LinkedHashMap<>(); // pointers by id
    private final Map<String, String> callees = new LinkedHashMap<>(); // names of sequences by id of the step

    Lines(YamlTree tree) {
        this.tree = tree;
    }

    void step(String id, String pointer) {
        steps.computeIfAbsent(id, key -> new ArrayList<>()).add(pointer);
    }

    void callee(String id, String sequence) {
        callees.put(id, sequence);
    }

    /** The pointers of all steps. */
    List<String> steps() {
        return steps.values().stream().flatMap(List::stream).toList();
    }

    /** The sequence that a step calls. */
    Optional<String> callee(String step) {
        return Optional.ofNullable(callees.get(step));
    }

    /** The line of what is wrong, from 1. */
    int line(Finding finding) {
        return tree.key(pointer(finding)).line();
    }

    /** The part that is wrong, or the nearest part around it that is in the file. */
    String pointer(Finding finding) {
        String own = finding.step().split("/", 2)[0];
        List<String> of = steps.getOrDefault(own, List.of(""));
        String field = finding.step().equals(own) ? finding.field() : "";
        if (field.equals("id")) {
            return of.get(of.size() - 1) + "/id"; // of two, the later is too many
        }
        return of.stream()
                .flatMap(step -> parts(field).map(part -> step + part))
                .filter(pointer -> !tree.at(pointer).isMissingNode())
                .findFirst()
                .orElse(of.get(0));
    }

    /** Where a field of a step may stand within it. */
    private static Stream<String> parts(String field) {
        if (field.isEmpty()) {
            return Stream.empty();
        }
        String plain = "/" + escaped(field).replaceAll("\\[([0-9]+)]", "/$1").replace('.', '/');
        String learnt = plain.replaceFirst("^/learns/", "/");
        return Stream.of("/with/" + escaped(field), plain, "/wait" + plain, "/maximize" + learnt, "/minimize" + learnt);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
