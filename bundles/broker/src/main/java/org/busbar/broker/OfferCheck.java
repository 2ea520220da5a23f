package org.busbar.broker;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busbar.api.Parameter;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Registration;

/** Says what is wrong with what somebody wants to register. */
final class OfferCheck {

    private OfferCheck() {}

    /** @throws IllegalArgumentException if anything is, naming the offer and the input */
    static void require(Registration registration) {
        if (!registration.tenant().matches("[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}")) {
            throw new IllegalArgumentException("tenant = '" + registration.tenant()
                    + "' is no id: it begins with a letter or digit and has up to 100 letters, digits and . _ : @ -");
        }
        if (registration.lease().isNegative()) {
            throw new IllegalArgumentException("lease = " + registration.lease() + " is below 0");
        }
        if (registration.offers().isEmpty()) {
            throw new IllegalArgumentException("offers: a tenant offers at least one quantity");
        }
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < registration.offers().size(); i++) {
            Offer offer = registration.offers().get(i);
            require("offers[" + i + "]", offer);
            if (!seen.add(List.of(offer.quantity(), offer.method()))) {
                throw new IllegalArgumentException(
                        "offers[" + i + "]: " + offer.quantity() + " by " + offer.method() + " is offered twice");
            }
        }
    }

    private static void require(String place, Offer offer) {
        if (offer.quantity().isBlank() || offer.method().isBlank()) {
            throw new IllegalArgumentException(place + ": an offer needs a quantity and a method");
        }
        if (offer.capability().outputs().isEmpty()) {
            throw new IllegalArgumentException(place + ".capability.outputs: an answer has at least one output");
        }
        for (int i = 0; i < offer.limitations().size(); i++) {
            String region = place + ".limitations[" + i + "]";
            offer.limitations().get(i).forEach(narrower -> require(region, offer, narrower));
        }
    }

    private static void require(String place, Offer offer, Parameter narrower) {
        Optional<Parameter> input = offer.capability().inputs().stream()
                .filter(one -> one.name().equals(narrower.name()))
                .findFirst();
        if (input.isEmpty()) {
            throw new IllegalArgumentException(place + ": there is no input " + narrower.name() + ", only "
                    + offer.capability().inputs().stream().map(Parameter::name).toList());
        }
        if (!isOfOneKind(input.get(), narrower)) {
            throw new IllegalArgumentException(
                    place + "." + narrower.name() + " limits another kind of value than the input of that name");
        }
    }

    private static boolean isOfOneKind(Parameter input, Parameter narrower) {
        if (input instanceof Parameter.Real wide && narrower instanceof Parameter.Real narrow) {
            return wide.unit().measuresSameAs(narrow.unit());
        }
        return input.getClass() == narrower.getClass();
    }
}
