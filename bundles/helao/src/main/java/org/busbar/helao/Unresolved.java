package org.busbar.helao;

/** There is nothing at an address yet. */
final class Unresolved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unresolved(Address address) {
        super("there is nothing at " + address, null, false, false);
    }
}
