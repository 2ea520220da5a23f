package org.busbar.helao;

/**
 * One step of an experiment, such as {@code stage:1/moveAbs_0}.
 *
 * @param index its place in the experiment, from 0
 * @param server {@code stage:1}
 * @param name {@code moveAbs_0}; unique in the experiment
 */
record SoeStep(int index, String server, String name) {

    /** The type of server whose commands the orchestrator itself performs. */
    static final String NATIVE = "orchestrator";

    /** The server without its index. */
    String type() {
        int colon = server.indexOf(':');
        return colon < 0 ? server : server.substring(0, colon);
    }

    /** The name without its suffix. */
    String action() {
        int underscore = name.indexOf('_');
        return underscore < 0 ? name : name.substring(0, underscore);
    }

    boolean isNative() {
        return type().equals(NATIVE);
    }

    boolean isNative(String command) {
        return isNative() && action().equals(command);
    }

    @Override
    public String toString() {
        return server + "/" + name;
    }
}
