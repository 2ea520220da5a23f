package org.busbar.distribution.bench;

import java.util.List;

/** A group of measurements. */
@FunctionalInterface
interface Part {

    /** Measures, and says on the console how far it is. */
    List<Row> measure(Workplace place) throws Exception;
}
