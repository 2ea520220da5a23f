package org.busbar.links;

/** What only a simulated instrument can do. */
interface Simulation {

    /** Whether it knows how to refuse what it is told. */
    boolean canRefuse();

    /**
     * What it says when it refuses that, framed.
     *
     * @param heard what was sent, framed
     */
    byte[] refusal(byte[] heard);

    /**
     * Puts another instrument in its place, from the next connection on, or the right one again.
     *
     * @throws IllegalArgumentException if there is no other; the message says why
     */
    void swap(boolean impostor);
}
