package org.busbar.optimizers.bayes;

/** What random numbers are for: each purpose has its own, whatever the others take. */
enum Purpose {
    FIT,
    SITES,
    WEIGH,
    SEEK,
    FIRST,
    EXPLAIN;

    long key() {
        return ordinal();
    }
}
