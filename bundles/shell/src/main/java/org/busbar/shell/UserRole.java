package org.busbar.shell;

import java.util.Locale;

/** What a user of a lab may do; as words {@code viewer} and so on. */
enum UserRole {
    VIEWER,
    OPERATOR,
    SCIENTIST,
    TENANT,
    ADMIN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
