package org.busbar.api.security;

/** What a user may do. */
public enum Role {
    /** Reads everything but users and the audit log. */
    VIEWER,
    /** Works with devices, runs, stocks and samples, and answers inquiries; reads, too. */
    OPERATOR,
    /** Asks for measurements and directs campaigns; does what an operator does, too. */
    SCIENTIST,
    /** Answers requests as the tenants it is bound to; reads, too. */
    TENANT,
    /** Does everything, and keeps users, tokens, tenants and plug-ins. */
    ADMIN;

    /** Whether who has this role may do what is open to {@code other}. */
    public boolean includes(Role other) {
        if (this == ADMIN || this == other || other == VIEWER) {
            return true;
        }
        return this == SCIENTIST && other == OPERATOR;
    }
}
