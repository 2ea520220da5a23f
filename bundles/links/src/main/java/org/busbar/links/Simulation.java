package org.busbar.links;

/** What only a simulated instrument can do. */
interface Simulation {

    /** What it says when it refuses, framed; empty if it never does. */
    byte[] refusal();

    /**
     * Puts another instrument in its place, from the next connection on, or the right one again.
     *
     * @throws IllegalArgumentException if there is no other; the message says why
     */
    void swap(boolean impostor);
}
