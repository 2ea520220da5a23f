package org.busbar.finales;

/** What names a capability of FINALES: what is determined and how. */
record Pair(String quantity, String method) {

    @Override
    public String toString() {
        return quantity + " by " + method;
    }
}
