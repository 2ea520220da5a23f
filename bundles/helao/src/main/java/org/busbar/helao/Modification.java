package org.busbar.helao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What a {@code modify} copies where. */
final class Modification {

    private Modification() {}

    /**
     * The address of the value for each pointer, in order.
     *
     * @throws SoeException if the two lists do not fit or a pointer does not lead to a placeholder
     */
    static Map<String, Address> of(Soe soe, SoeStep modify, Placeholders placeholders) {
        ObjectNode params = soe.params(modify.name());
        try {
            List<String> addresses = Texts.of(params.path("addresses"));
            List<String> pointers = Texts.of(params.path("pointers"));
            if (addresses.size() != pointers.size()) {
                throw new IllegalArgumentException(
                        addresses.size() + " addresses do not fit " + pointers.size() + " pointers");
            }
            return pairs(soe, modify, placeholders, addresses, pointers);
        } catch (SoeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SoeException(modify, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Address> pairs(
            Soe soe, SoeStep modify, Placeholders placeholders, List<String> addresses, List<String> pointers) {
        Map<String, Address> pairs = new LinkedHashMap<>();
        for (int i = 0; i < pointers.size(); i++) {
            String pointer = String.join("/", Address.parts(pointers.get(i)));
            boolean twice = pairs.containsKey(pointer)
                    || before(soe, modify)
                            .anyMatch(other -> pointers(soe, other).contains(pointer));
            if (!placeholders.isMarked(pointer) || twice) {
                throw new IllegalArgumentException("pointer '" + pointer + "' does not lead to a \"?\"");
            }
            pairs.put(pointer, Address.parse(addresses.get(i)));
        }
        return pairs;
    }

    private static Stream<SoeStep> before(Soe soe, SoeStep modify) {
        return soe.steps().stream().filter(step -> step.isNative("modify") && step.index() < modify.index());
    }

    private static List<String> pointers(Soe soe, SoeStep modify) {
        return Texts.of(soe.params(modify.name()).path("pointers")).stream()
                .map(pointer -> String.join("/", Address.parts(pointer)))
                .toList();
    }
}
