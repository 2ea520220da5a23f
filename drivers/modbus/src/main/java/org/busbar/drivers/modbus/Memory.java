package org.busbar.drivers.modbus;

/** The tables of a simulated instrument. */
interface Memory {

    /** The content of one place: 0 to 65535, or 0 to 1 in a table of bits; negative if there is no such place. */
    int get(Table table, int address);

    /** Changes one place, which is there; returns whether the instrument takes this value. */
    boolean set(Table table, int address, int value);
}
