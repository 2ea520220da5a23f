package org.busbar.drivers.described.yaml;

/**
 * Where something stands.
 *
 * @param line from 1
 * @param path the keys down to it, such as {@code actions.voltage.gives}; empty for the whole file
 */
record Place(String file, int line, String path) {

    Place at(String key, int where) {
        return new Place(file, where, path.isEmpty() ? key : path + "." + key);
    }

    IllegalArgumentException mistake(String what) {
        return new IllegalArgumentException(said(what));
    }

    IllegalArgumentException mistake(RuntimeException cause) {
        return new IllegalArgumentException(said(String.valueOf(cause.getMessage())), cause);
    }

    private String said(String what) {
        return file + ", line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + what;
    }
}
