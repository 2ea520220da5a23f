package org.busbar.security;

/**
 * Programs that cannot show a token and are let in by where they come from.
 *
 * @param path the part of the server they may use, such as {@code /orchestrator}
 * @param address theirs, as digits
 * @param user as whom
 */
record Trusted(String path, String address, String user) {

    boolean fits(String asked, String from) {
        return from.equals(address) && (asked.equals(path) || asked.startsWith(path + "/"));
    }
}
