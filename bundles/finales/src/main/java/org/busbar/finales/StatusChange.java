package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.broker.Broker;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.RequestException;
import org.busbar.api.security.Role;

/** Reserves requests, gives them back, retracts them and opens retracted ones again, for those who may. */
final class StatusChange {

    private final Broker broker;
    private final Requests requests;
    private final Bindings bindings;
    private final Supplier<Settings> settings;
    private final Passed passed;

    StatusChange(Broker broker, Requests requests, Bindings bindings, Supplier<Settings> settings, Passed passed) {
        this.broker = broker;
        this.requests = requests;
        this.bindings = bindings;
        this.settings = settings;
        this.passed = passed;
    }

    Answer change(Call call) {
        String wanted = word(call, List.of("pending", "reserved", "resolved", "retracted", "unsolicited"));
        if (wanted.equals("resolved") || wanted.equals("unsolicited")) {
            throw new Refused(400, "A request becomes " + wanted + " by a result only");
        }
        Found found = requests.find(agreed(call, "request_id"))
                .orElseThrow(() -> new Refused(400, "There is no such request"));
        switch (wanted) {
            case "reserved":
                reserve(call, found);
                break;
            case "pending":
                release(call, found);
                break;
            default:
                retract(call, found);
        }
        return Answer.text("status changed to " + wanted);
    }

    /** The new status in the query. */
    static String word(Call call, List<String> words) {
        String word = call.text("new_status").orElseThrow(() -> new Refused(Violation.missing("query", "new_status")));
        if (!words.contains(word)) {
            throw new Refused(new Violation(
                    List.of("query", "new_status"), "'" + word + "' is none of " + words, "type_error.enum"));
        }
        return word;
    }

    /** The identifier in the path, with which one in the query must agree. */
    static UUID agreed(Call call, String... names) {
        UUID id = call.id();
        for (String name : names) {
            if (call.text(name)
                    .map(Identifiers::require)
                    .filter(one -> !one.equals(id))
                    .isPresent()) {
                throw new Refused(400, name + " is not the identifier in the path");
            }
        }
        return id;
    }

    private void reserve(Call call, Found found) {
        List<TenantFile> candidates = new ArrayList<>(bindings.answering(call.caller()));
        if (candidates.isEmpty()) {
            throw new Refused(403, "User '" + call.caller().name() + "' is not bound to an active tenant");
        }
        if (found.status() == Found.Status.RESERVED) {
            candidates.removeIf(
                    one -> !one.uuid().toString().equals(found.ticket().tenant()));
        }
        for (TenantFile tenant : candidates) {
            if (broker.reserve(
                    found.request().id(),
                    tenant.uuid().toString(),
                    settings.get().lease(found.request()))) {
                return;
            }
        }
        boolean stillOpen = broker.ticket(found.request().id())
                .filter(ticket -> ticket.state() == Request.State.PENDING)
                .isPresent();
        throw stillOpen && found.status() == Found.Status.PENDING
                ? new Refused(403, "No tenant of user '" + call.caller().name() + "' offers what this request asks for")
                : conflict(found, "reserved");
    }

    private void release(Call call, Found found) {
        switch (found.status()) {
            case PENDING:
                return;
            case RESERVED:
                if (!isOwner(call, found) && !call.caller().has(Role.OPERATOR)) {
                    throw conflict(found, "pending");
                }
                given(() -> broker.release(found.request().id(), found.ticket().tenant(), reason(call)));
                return;
            case RETRACTED:
                requireRequester(call, found);
                reopen(found);
                return;
            default:
                throw conflict(found, "pending");
        }
    }

    private static void given(Runnable change) {
        try {
            change.run();
        } catch (IllegalStateException e) {
            throw new Refused(409, String.valueOf(e.getMessage()));
        }
    }

    private void reopen(Found found) {
        Request old = found.request();
        Request next = new Request(
                RequestIds.again(old.id()),
                old.quantity(),
                old.methods(),
                old.inputs(),
                old.inputsOf(),
                old.askedBy(),
                old.wish());
        List<Values> inputs = new ArrayList<>(old.inputsOf().values());
        inputs.add(old.inputs());
        try {
            passed.with(inputs, () -> broker.submit(next));
        } catch (RequestException e) {
            throw new Refused(409, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new Refused(409, "It cannot be opened again: " + e.getMessage());
        }
    }

    private void retract(Call call, Found found) {
        switch (found.status()) {
            case PENDING:
            case RESERVED:
                requireRequester(call, found);
                broker.retract(found.request().id(), call.caller().name(), reason(call));
                requireRetracted(found);
                return;
            case RETRACTED:
                requireRequester(call, found);
                return;
            default:
                throw conflict(found, "retracted");
        }
    }

    /** Its result may have come in just before. */
    private void requireRetracted(Found before) {
        Found now = requests.find(before.uuid()).orElse(before);
        if (now.status() == Found.Status.RESOLVED) {
            throw conflict(now, "retracted");
        }
    }

    private boolean isOwner(Call call, Found found) {
        return Identifiers.parse(found.ticket().tenant())
                .filter(owner -> bindings.mayAnswerAs(call.caller(), owner))
                .isPresent();
    }

    private void requireRequester(Call call, Found found) {
        boolean requester = bindings.mayAskAs(call.caller(), Requests.requester(found.request()))
                || found.request().askedBy().equals(call.caller().name());
        if (!requester && !call.caller().has(Role.OPERATOR)) {
            throw bindings.denied(call, Requests.requester(found.request()));
        }
    }

    private static String reason(Call call) {
        return call.text("status_change_message").orElse("");
    }

    private static Refused conflict(Found found, String wanted) {
        String owner = found.ticket().tenant();
        return new Refused(
                409,
                "The request is " + found.status().word() + (owner.isEmpty() ? "" : " by " + Registry.uuid(owner))
                        + " and cannot become " + wanted + " for you");
    }
}
