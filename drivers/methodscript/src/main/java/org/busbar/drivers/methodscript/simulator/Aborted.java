package org.busbar.drivers.methodscript.simulator;

/** The script was told to abort. */
final class Aborted extends Exception {
    private static final long serialVersionUID = 1L;
}
