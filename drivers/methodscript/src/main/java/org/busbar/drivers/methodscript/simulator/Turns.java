package org.busbar.drivers.methodscript.simulator;

/** The turns of a measurement loop. */
interface Turns {

    /** How many there are. */
    int count();

    /** How long a turn takes, s. */
    double seconds(int turn);

    /** Takes a turn: the cell is so many seconds older, and the variables are set. */
    void take(int turn) throws ScriptError;

    /** How many turns make a scan that is marked; 0 if none is. */
    default int scan() {
        return 0;
    }
}
