package org.busbar.api.optimize;

/**
 * What a number of an encoded point is.
 *
 * @param parameter the name of the parameter it belongs to; several columns may belong to one
 */
public record Column(String parameter, Kind kind) {

    /** What the number means. */
    public enum Kind {
        /** A number, or an option by its place in an order, as a share of its range. */
        NUMBER,
        /** A share of a mixture, as a share of its total. */
        SHARE,
        /** Whether an option is chosen: one over the square root of two, or zero. */
        OPTION,
        /** A descriptor of what is chosen, as a share of its range. */
        DESCRIPTOR
    }
}
