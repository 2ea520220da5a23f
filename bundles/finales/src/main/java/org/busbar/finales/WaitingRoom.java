package org.busbar.finales;

import java.util.List;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Tenant;

/**
 * Lets requests of FINALES wait for capabilities that no tenant offers just now. It takes none itself, and requests that
 * do not come from FINALES are refused.
 */
final class WaitingRoom implements Tenant {

    static final String ID = "finales-waiting-room";

    private final Supplier<Catalogue> catalogue;
    private final Passed passed;

    WaitingRoom(Supplier<Catalogue> catalogue, Passed passed) {
        this.catalogue = catalogue;
        this.passed = passed;
    }

    @Override
    public List<Offer> offers() {
        return catalogue.get().unclaimed();
    }

    @Override
    public List<String> refusals(Offer offer, Values inputs) {
        return passed.has(inputs) ? List.of() : List.of("no tenant of FINALES offers it just now");
    }
}
