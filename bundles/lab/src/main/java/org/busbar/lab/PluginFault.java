package org.busbar.lab;

/** A plug-in cannot be used; the message is one sentence for people. */
final class PluginFault extends Exception {
    private static final long serialVersionUID = 1L;

    PluginFault(String message) {
        super(message);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
