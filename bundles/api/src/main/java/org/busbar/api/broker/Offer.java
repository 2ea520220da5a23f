package org.busbar.api.broker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;

/**
 * What a tenant is ready to do.
 *
 * @param quantity what is determined
 * @param method how
 * @param capability the inputs it takes and the outputs it gives
 * @param limitations the regions of the inputs that the tenant accepts, each as the inputs that are narrower than the
 *     capability says; a request must lie in one of them; empty if it accepts all
 */
public record Offer(
        String quantity, String method, Capability capability, List<List<Parameter>> limitations, Price price) {

    public Offer {
        limitations = limitations.stream().map(List::copyOf).toList();
    }

    /** An offer without limitations, for nothing. */
    public Offer(String quantity, String method, Capability capability) {
        this(quantity, method, capability, List.of(), Price.UNKNOWN);
    }

    /**
     * Everything that keeps this offer from being done with these inputs, a sentence each: what the capability does not
     * take, or what is outside the nearest limitation; empty if nothing is.
     */
    public List<String> refusals(Values inputs) {
        List<String> refusals = capability.refusals(inputs);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        return limitations.stream()
                .map(region -> outside(region, inputs))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static List<String> outside(List<Parameter> region, Values inputs) {
        List<String> outside = new ArrayList<>();
        for (Parameter narrower : region) {
            Value value = inputs.byName().get(narrower.name());
            if (value != null) {
                narrower.refusal(value).ifPresent(outside::add);
            }
        }
        return outside;
    }

    /** Whether it answers requests for that quantity by one of those methods; no method stands for any. */
    public boolean answers(String wanted, List<String> methods) {
        return quantity.equals(wanted) && (methods.isEmpty() || methods.contains(method));
    }
}
