package org.busbar.analyses.cyclerfiles;

/** Turns a cell into a number in the unit of the common form; NaN if there is none. */
@FunctionalInterface
interface CellReader {

    double number(String cell);
}
