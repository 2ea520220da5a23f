package org.busbar.optimizers.search.space;

/**
 * A number of a block of linked numbers; the block sees it as its share of a range.
 *
 * @param parameter its place among the parameters of the space
 * @param zero the coordinate whose share is 0
 * @param range how far it is to the coordinate whose share is 1
 */
record Member(int parameter, String name, Domain domain, double zero, double range) {

    double share(double coordinate) {
        return (coordinate - zero) / range;
    }

    /** The coordinate that can be set and is nearest to a share. */
    double nearest(double share) {
        return domain.nearest(zero + range * share);
    }

    /** The share of the coordinate that can be set and is nearest to a share. */
    double rounded(double share) {
        return domain.isStepped() ? share(nearest(share)) : share;
    }

    double step() {
        return domain.step() / range;
    }

    Member within(Domain other) {
        return new Member(parameter, name, other, zero, range);
    }

    boolean mayBeAbsent() {
        return domain.min() <= 0 && domain.max() >= 0 && domain.holds(0);
    }

    /** This member, absent: always 0 in its unit. */
    Member absent() {
        return within(domain.fixed(0));
    }
}
