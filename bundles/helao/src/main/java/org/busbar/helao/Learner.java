package org.busbar.helao;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Step;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.helao.Mapping.Learning;
import org.busbar.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a learning step into a question for an optimizer of this lab: the points of the query are the candidates, what
 * every address says that the server was pointed to in this run is what was observed. Points it has suggested before are
 * no candidates any more, measured or not.
 */
final class Learner {

    private final Soe soe;
    private final Targets targets;
    private final Scope scope;

    Learner(Soe soe, Targets targets, Scope scope) {
        this.soe = soe;
        this.targets = targets;
        this.scope = scope;
    }

    /**
     * The question.
     *
     * @param asked the servers that are asked earlier in the same part
     * @throws NotYet if the same server has been asked and not answered
     * @throws Unresolved if there is nothing at an address yet
     */
    Step.Suggest suggest(SoeStep step, Target target, ObjectNode params, List<String> asked) {
        if (asked.contains(step.server()) || scope.isAsked(step.server())) {
            throw new NotYet(step + " waits until '" + step.server() + "' has answered somebody else");
        }
        try {
            return suggest(step, target, params);
        } catch (SoeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SoeException(step, String.valueOf(e.getMessage()));
        }
    }

    private Step.Suggest suggest(SoeStep step, Target target, ObjectNode params) {
        if (params.path("num").asInt(1) != 1 && !params.has("name")) {
            throw new IllegalArgumentException("num = " + params.path("num") + ": one point is suggested at a time");
        }
        List<double[]> points = points(params.path("query"));
        List<Axis> axes = Axes.of(soe, step, target.work().learning(), points, targets, scope);
        Set<Address> learnt = scope.own().learnt(step.server());
        learnt.addAll(addresses(params));
        Learning learning = target.work().learning();
        String objective = objective(learning, learnt, axes);
        List<Observation> past = learnt.stream()
                .map(address -> observation(address, axes, objective))
                .toList();
        Problem problem =
                new Problem(space(axes, points, past, step), List.of(new Objective(objective, learning.goal())));
        return new Step.Suggest(step.name(), target.id(), problem, past, Map.of());
    }

    /** The addresses a learning step points to. */
    static List<Address> addresses(ObjectNode params) {
        return params.has("address")
                ? Texts.of(params.path("address")).stream().map(Address::parse).toList()
                : List.of();
    }

    private static List<double[]> points(JsonNode query) {
        JsonNode list = (query.isString() ? tree(query.stringValue()) : query).path("x_query");
        List<double[]> points = new ArrayList<>();
        for (JsonNode point : list) {
            double[] numbers = new double[point.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = point.get(i).asDouble(Double.NaN);
            }
            points.add(numbers);
        }
        check(points);
        return points;
    }

    private static void check(List<double[]> points) {
        int size = points.isEmpty() ? 0 : points.get(0).length;
        for (double[] point : points) {
            for (double number : point) {
                if (!Double.isFinite(number) || point.length != size) {
                    throw new IllegalArgumentException(
                            "query/x_query holds something that is no point of " + size + " numbers");
                }
            }
        }
        if (size == 0) {
            throw new IllegalArgumentException("query/x_query is no list of points such as [[0.0, 2.5], [5.0, 2.5]]");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the query is not JSON", e);
        }
    }

    /** Reaches as far as the candidates and what was measured, which need not be one of them. */
    private Space space(List<Axis> axes, List<double[]> points, List<Observation> past, SoeStep step) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            int index = i;
            Axis axis = axes.get(i);
            DoubleSummaryStatistics reach = DoubleStream.concat(
                            points.stream().mapToDouble(point -> point[index]),
                            past.stream()
                                    .mapToDouble(one ->
                                            one.point().quantity(axis.name()).in(axis.unit())))
                    .summaryStatistics();
            parameters.add(new Parameter.Real(axis.name(), axis.unit(), reach.getMin(), reach.getMax(), 0, ""));
        }
        Set<Values> candidates = new LinkedHashSet<>();
        points.forEach(point -> candidates.add(point(axes, point)));
        scope.own().steps(step.server()).forEach(before -> candidates.remove(suggested(axes, before)));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("every point of query/x_query has been suggested in this run");
        }
        return new Space(parameters, List.copyOf(candidates));
    }

    private static Values point(List<Axis> axes, double[] numbers) {
        Map<String, Value> point = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            point.put(axes.get(i).name(), new Quantity(numbers[i], axes.get(i).unit(), Double.NaN));
        }
        return new Values(point);
    }

    /** A suggestion of before, or no values if it was of another kind. */
    private static Values suggested(List<Axis> axes, StepData before) {
        double[] numbers = new double[axes.size()];
        for (int i = 0; i < numbers.length; i++) {
            Datum datum = before.data().get(axes.get(i).name());
            if (datum == null) {
                return Values.none();
            }
            numbers[i] = datum.json().asDouble(Double.NaN);
        }
        return point(axes, numbers);
    }

    private StepData observed(Address address) {
        return scope.step(address).orElseThrow(() -> new Unresolved(address));
    }

    private String objective(Learning learning, Set<Address> learnt, List<Axis> axes) {
        Optional<Address> first = learnt.stream().findFirst();
        if (!learning.objective().isEmpty() || first.isEmpty()) {
            return learning.objective().isEmpty() ? "objective" : learning.objective();
        }
        List<String> path = StepData.withoutOuterData(first.get().path());
        List<String> keys = path.size() == 2 ? path.subList(1, 2) : free(observed(first.get()), axes);
        if (keys.size() != 1) {
            throw new IllegalArgumentException(first.get() + " has the values " + keys
                    + "; say under \"objective\" of the action in helao.json which one is to be learnt");
        }
        return keys.get(0);
    }

    /** The keys of single numbers that are no coordinate. */
    private static List<String> free(StepData step, List<Axis> axes) {
        return step.data().entrySet().stream()
                .filter(entry -> entry.getValue().known().orElse(null) instanceof Quantity)
                .map(Map.Entry::getKey)
                .filter(key -> axes.stream().noneMatch(axis -> axis.isKey(key)))
                .toList();
    }

    private Observation observation(Address address, List<Axis> axes, String objective) {
        StepData step = observed(address);
        Map<String, Value> point = new LinkedHashMap<>();
        for (Axis axis : axes) {
            Datum datum = axis.find(step, address, scope)
                    .orElseThrow(() -> new IllegalArgumentException("nothing beside " + address + " says where "
                            + axis.name() + " was; name it under \"point\" of the action in helao.json"));
            point.put(axis.name(), quantity(datum, axis.unit()));
        }
        Datum value = step.data().get(objective);
        if (value == null || !(value.known().orElse(null) instanceof Quantity number)) {
            throw new IllegalArgumentException(address + " has no number '" + objective + "'");
        }
        Values outputs = Double.isFinite(number.value()) ? Values.of(objective, number) : Values.none();
        return new Observation(new Values(point), outputs);
    }

    private static Quantity quantity(Datum datum, Unit unit) {
        if (datum.known().orElse(null) instanceof Quantity q && !q.unit().equals(Unit.ONE)) {
            return q.to(unit);
        }
        return new Quantity(datum.json().asDouble(Double.NaN), unit, Double.NaN);
    }
}
