package org.busbar.analyses.eis.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.Element;
import org.busbar.analyses.eis.circuit.Parallel;
import org.busbar.analyses.eis.circuit.Series;
import org.busbar.analyses.eis.circuit.Slot;

/**
 * A resistance beside a capacitance: a ZARC, or R beside C or CPE, where other elements may be in series with R.
 *
 * @param name such as {@code R1|CPE1} or {@code ZARC1}
 * @param resistance index of R
 * @param storage index of C, of Q, or of tau of a ZARC
 * @param exponent index of alpha, or -1
 */
public record Arc(String name, Slot.Kind kind, int resistance, int storage, int exponent) {

    /** Those of a circuit in the order of the circuit. */
    public static List<Arc> of(Circuit circuit) {
        List<Arc> arcs = new ArrayList<>();
        collect(circuit, arcs);
        return List.copyOf(arcs);
    }

    private static void collect(Circuit circuit, List<Arc> arcs) {
        first(circuit).ifPresent(arcs::add);
        if (circuit instanceof Series series) {
            series.parts().forEach(part -> collect(part, arcs));
        } else if (circuit instanceof Parallel parallel) {
            parallel.parts().forEach(part -> collect(part, arcs));
        }
    }

    /** The arc that this part is, not those in it. */
    static Optional<Arc> first(Circuit circuit) {
        if (circuit instanceof Element element) {
            return element.shape().equals("ZARC")
                    ? Optional.of(new Arc(
                            element.name(), Slot.Kind.TIME, element.first(), element.first() + 1, element.first() + 2))
                    : Optional.empty();
        }
        return circuit instanceof Parallel parallel ? beside(parallel) : Optional.empty();
    }

    private static Optional<Arc> beside(Parallel parallel) {
        Optional<Element> resistor = parallel.parts().stream()
                .flatMap(Arc::chain)
                .filter(element -> element.shape().equals("R"))
                .findFirst();
        Optional<Element> storage = elements(parallel.parts())
                .filter(element ->
                        element.shape().equals("C") || element.shape().equals("CPE"))
                .findFirst();
        return resistor.flatMap(r -> storage.map(c -> beside(r, c)));
    }

    private static Arc beside(Element resistor, Element storage) {
        boolean exponent = storage.parameters().size() > 1;
        return new Arc(
                resistor.name() + "|" + storage.name(),
                storage.parameters().get(0).kind(),
                resistor.first(),
                storage.first(),
                exponent ? storage.first() + 1 : -1);
    }

    private static Stream<Element> chain(Circuit branch) {
        return branch instanceof Series series ? elements(series.parts()) : elements(List.of(branch));
    }

    private static Stream<Element> elements(List<Circuit> parts) {
        return parts.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** R, Ohm. */
    public double resistance(double[] values) {
        return values[resistance];
    }

    /** The time constant, s: R C, or (R Q)<sup>1/&alpha;</sup>. */
    public double time(double[] values) {
        double product = values[resistance] * values[storage];
        return switch (kind) {
            case TIME -> values[storage];
            case CAPACITANCE -> product;
            default -> Math.pow(product, 1 / values[exponent]);
        };
    }

    /** The effective capacitance, F: the time constant divided by R. */
    public double capacitance(double[] values) {
        return time(values) / values[resistance];
    }
}
