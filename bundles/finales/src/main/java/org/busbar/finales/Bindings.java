package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Doorkeeper;
import org.busbar.api.security.Role;

/** Which tenants a caller may speak for. */
final class Bindings {

    private final Supplier<Catalogue> catalogue;
    private final Doorkeeper doorkeeper;

    Bindings(Supplier<Catalogue> catalogue, Doorkeeper doorkeeper) {
        this.catalogue = catalogue;
        this.doorkeeper = doorkeeper;
    }

    /** Active tenants that the caller is bound to by identifier or name. */
    List<TenantFile> bound(Caller caller) {
        if (caller.tenants().isEmpty()) {
            return List.of();
        }
        List<TenantFile> bound = new ArrayList<>();
        for (TenantFile tenant : catalogue.get().tenants().values()) {
            if (tenant.active() && names(caller, tenant)) {
                bound.add(tenant);
            }
        }
        return bound;
    }

    private static boolean names(Caller caller, TenantFile tenant) {
        return caller.tenants().contains(tenant.uuid().toString())
                || caller.tenants().contains(tenant.name());
    }

    /** Active tenants that the caller may answer as; all of them for an administrator who is bound to none. */
    List<TenantFile> answering(Caller caller) {
        if (caller.tenants().isEmpty() && caller.has(Role.ADMIN)) {
            return catalogue.get().tenants().values().stream()
                    .filter(TenantFile::active)
                    .toList();
        }
        return caller.has(Role.TENANT) ? bound(caller) : List.of();
    }

    boolean mayAnswerAs(Caller caller, UUID tenant) {
        return caller.has(Role.ADMIN) && catalogue.get().active(tenant).isPresent()
                || answering(caller).stream().anyMatch(one -> one.uuid().equals(tenant));
    }

    /** Whether the caller may ask in the name of that tenant. */
    boolean mayAskAs(Caller caller, UUID tenant) {
        return mayAnswerAs(caller, tenant)
                || caller.has(Role.SCIENTIST)
                        && bound(caller).stream().anyMatch(one -> one.uuid().equals(tenant));
    }

    /** @throws Refused with 403, which is written into the audit log */
    void requireAsking(Call call, UUID tenant) {
        if (!mayAskAs(call.caller(), tenant)) {
            throw denied(call, tenant);
        }
    }

    /** Writes down that somebody claimed to be a tenant it is not bound to. */
    Refused denied(Call call, UUID tenant) {
        String who = call.caller().name();
        doorkeeper.audit(who, "was refused to act as tenant " + tenant + " at " + call.path(), call.address());
        return new Refused(
                403,
                "User '" + who + "' is not bound to an active tenant " + tenant + "; an administrator can bind it");
    }

    void audit(Call call, String what) {
        doorkeeper.audit(call.caller().name(), what, call.address());
    }
}
