package org.busbar.helao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.helao.Mapping.Coordinate;
import org.busbar.helao.Mapping.Item;
import org.busbar.helao.Mapping.Learning;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the coordinates of a learning step are called: by the mapping, or by what the experiment copies from its
 * answer, or {@code next_x}, {@code next_y}, {@code next_z}.
 */
final class Axes {

    private static final List<String> USUAL = List.of("next_x", "next_y", "next_z");

    private Axes() {}

    static List<Axis> of(
            Soe soe, SoeStep step, Learning learning, List<double[]> points, Targets targets, Scope scope) {
        Map<String, String> pointers = pointers(soe, step, scope);
        List<String> names = names(learning, pointers, points.get(0).length);
        List<Axis> axes = new ArrayList<>();
        for (String name : names) {
            Coordinate coordinate = learning.point().getOrDefault(name, new Coordinate("", ""));
            String pointer = pointers.getOrDefault(name, "");
            Unit unit = unit(coordinate, pointer, soe, targets);
            axes.add(new Axis(name, unit, coordinate.from(), pointer));
        }
        return axes;
    }

    private static List<String> names(Learning learning, Map<String, String> pointers, int size) {
        if (!learning.point().isEmpty()) {
            return checked(List.copyOf(learning.point().keySet()), size);
        }
        if (pointers.size() == size) {
            return List.copyOf(pointers.keySet());
        }
        return checked(USUAL.subList(0, Math.min(size, USUAL.size())), size);
    }

    private static List<String> checked(List<String> names, int size) {
        if (names.size() != size) {
            throw new IllegalArgumentException("the points of query/x_query have " + size + " coordinates, not "
                    + names.size() + " as " + names + "; name them under \"point\" of the action in helao.json");
        }
        return names;
    }

    /** What the experiment copies from the answer: the first pointer of each key, in order. */
    private static Map<String, String> pointers(Soe soe, SoeStep step, Scope scope) {
        Map<String, String> pointers = new LinkedHashMap<>();
        soe.steps().stream().filter(other -> other.isNative("modify")).forEach(modify -> {
            List<String> from = Texts.of(soe.params(modify.name()).path("addresses"));
            List<String> to = Texts.of(soe.params(modify.name()).path("pointers"));
            for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                Address address = Address.parse(from.get(i));
                boolean own = address.experiment() == scope.experiment() && address.thread() == scope.thread();
                if (own && address.name().equals(step.name()) && !address.path().isEmpty()) {
                    pointers.putIfAbsent(address.path().get(address.path().size() - 1), to.get(i));
                }
            }
        });
        return pointers;
    }

    private static Unit unit(Coordinate coordinate, String pointer, Soe soe, Targets targets) {
        return Conversion.unit(declared(pointer, soe, targets), mapped(coordinate, pointer, soe, targets));
    }

    private static String mapped(Coordinate coordinate, String pointer, Soe soe, Targets targets) {
        if (!coordinate.unit().isEmpty()) {
            return coordinate.unit();
        }
        Target target = target(pointer, soe, targets);
        return target == null ? "" : item(target, pointer).unit();
    }

    private static @Nullable Parameter declared(String pointer, Soe soe, Targets targets) {
        Target target = target(pointer, soe, targets);
        return target == null ? null : target.input(item(target, pointer).name());
    }

    private static Item item(Target target, String pointer) {
        return target.work().input(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static @Nullable Target target(String pointer, Soe soe, Targets targets) {
        List<String> parts = Address.parts(pointer);
        return soe.steps().stream()
                .filter(step -> !parts.isEmpty() && step.name().equals(parts.get(0)) && !step.isNative())
                .findFirst()
                .map(targets::of)
                .orElse(null);
    }
}
