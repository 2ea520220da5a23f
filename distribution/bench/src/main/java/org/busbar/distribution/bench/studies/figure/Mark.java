package org.busbar.distribution.bench.studies.figure;

/** Something drawn into a frame. */
@FunctionalInterface
interface Mark {

    String svg(Frame frame);
}
