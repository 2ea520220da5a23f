package org.busbar.analyses.eis.circuit;

import java.util.List;
import java.util.function.BiFunction;

/** A single element of a circuit; its name is letters and a number, such as {@code CPE1}. */
public sealed interface Element extends Circuit
        permits Resistor,
                Inductor,
                Capacitor,
                ConstantPhase,
                Warburg,
                BlockedWarburg,
                TransmittingWarburg,
                Zarc,
                Gerischer,
                FractionalInductor {

    /** What can be written. */
    enum Type {
        R(Resistor::new),
        L(Inductor::new),
        C(Capacitor::new),
        CPE(ConstantPhase::new),
        W(Warburg::new),
        Wo(BlockedWarburg::new),
        Ws(TransmittingWarburg::new),
        ZARC(Zarc::new),
        G(Gerischer::new),
        La(FractionalInductor::new);

        private final BiFunction<String, Integer, Element> make;

        Type(BiFunction<String, Integer, Element> make) {
            this.make = make;
        }

        Element named(String number, int first) {
            return make.apply(name() + number, first);
        }
    }

    /** Letters and number, as in {@code CPE1}. */
    String name();

    @Override
    default boolean inductive() {
        return false;
    }

    @Override
    default String shape() {
        return name().replaceAll("[0-9]", "");
    }

    /** The one parameter of an element that has no other. */
    static List<Slot> single(String name, Slot.Kind kind, String unit) {
        return List.of(new Slot(name, kind, unit));
    }
}
