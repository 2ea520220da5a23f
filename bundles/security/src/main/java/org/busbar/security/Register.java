package org.busbar.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All users, API tokens and revoked logins. Immutable.
 *
 * @param accounts by name
 * @param grants by digest
 * @param revoked the ids of logins that are invalid, with the time from which on they would be anyway
 */
record Register(Map<String, Account> accounts, Map<String, Grant> grants, Map<String, Instant> revoked) {

    static final Register EMPTY = new Register(Map.of(), Map.of(), Map.of());

    Register {
        accounts = Map.copyOf(accounts);
        grants = Map.copyOf(grants);
        revoked = Map.copyOf(revoked);
    }

    Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    /** The user of a name, if it may do anything at all. */
    Optional<Account> active(String name) {
        return account(name).filter(Account::active);
    }

    boolean hasActiveAdministrator() {
        return accounts.values().stream().anyMatch(Account::isActiveAdministrator);
    }

    Register with(Account account) {
        return new Register(put(accounts, account.name(), account), grants, revoked);
    }

    /** Without a user and its tokens. */
    Register without(String name) {
        Map<String, Account> left = new LinkedHashMap<>(accounts);
        left.remove(name);
        return new Register(left, grants(grant -> !grant.token().user().equals(name)), revoked);
    }

    Register with(Grant grant) {
        return new Register(accounts, put(grants, grant.digest(), grant), revoked);
    }

    Register withoutToken(String id) {
        return new Register(accounts, grants(grant -> !grant.token().id().equals(id)), revoked);
    }

    Register revoke(String login, Instant end) {
        return new Register(accounts, grants, put(revoked, login, end));
    }

    /** Without what has ended by itself. */
    Register tidied(Instant now) {
        Map<String, Instant> left = new LinkedHashMap<>(revoked);
        left.values().removeIf(end -> !now.isBefore(end));
        return new Register(accounts, grants(grant -> grant.isValid(now)), left);
    }

    @Nullable
    Grant token(String id) {
        return grants.values().stream()
                .filter(grant -> grant.token().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Grant> grants(Predicate<Grant> kept) {
        Map<String, Grant> left = new LinkedHashMap<>(grants);
        left.values().removeIf(kept.negate());
        return left;
    }

    private static <T> Map<String, T> put(Map<String, T> before, String key, T value) {
        Map<String, T> after = new LinkedHashMap<>(before);
        after.put(key, value);
        return after;
    }
}
