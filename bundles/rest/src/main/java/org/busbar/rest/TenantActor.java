package org.busbar.rest;

import java.time.Duration;
import java.util.Optional;
import org.busbar.api.broker.Registration;
import org.busbar.api.broker.Tenants;
import org.busbar.api.security.Caller;
import org.busbar.rest.Problem.Kind;

/** Says as which tenant a call acts. That tenant has been heard of then. */
final class TenantActor {

    static final Form.Field FIELD =
            Form.text("tenant", "Which tenant acts; may be left out by a caller who is bound to one only");

    private final Tenants tenants;

    TenantActor(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * The tenant that the body names, or the one the caller is bound to.
     *
     * @throws Refused if the caller may not act as that tenant, or none is named
     */
    String of(Call call, Body body) {
        Optional<String> named = body.optionalText("tenant");
        Caller caller = call.caller();
        if (named.isEmpty() && caller.tenants().size() == 1) {
            return acting(caller, caller.tenants().iterator().next());
        }
        return acting(caller, named.orElseGet(() -> body.text("tenant")));
    }

    /** That tenant, if the caller may act as it. */
    String acting(Caller caller, String tenant) {
        if (!caller.mayActAs(tenant)) {
            throw new Refused(
                    Kind.FORBIDDEN,
                    "'" + caller.name() + "' may not act as the tenant '" + tenant + "', only as "
                            + (caller.tenants().isEmpty()
                                    ? "none"
                                    : caller.tenants().stream().sorted().toList()));
        }
        tenants.hear(tenant);
        return tenant;
    }

    /** Notes that a tenant is alive if it is the tenant itself that asks. */
    void heard(Caller caller, String tenant) {
        if (caller.mayActAs(tenant)) {
            tenants.hear(tenant);
        }
    }

    /** How long a tenant may be silent, as it registered; zero if as long as it likes, or if it is within the server. */
    Duration lease(String tenant) {
        return tenants.registered().stream()
                .map(Tenants.Presence::registration)
                .filter(one -> one.tenant().equals(tenant))
                .findFirst()
                .map(Registration::lease)
                .orElse(Duration.ZERO);
    }
}
