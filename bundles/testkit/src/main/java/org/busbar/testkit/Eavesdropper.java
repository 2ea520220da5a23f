package org.busbar.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the log of the JVM, which {@link System.Logger} writes to, and to what it is told, for secrets. */
final class Eavesdropper extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> secrets;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Level before = ROOT.getLevel();

    Eavesdropper(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    void hear(String text) {
        if (secrets.stream().anyMatch(text::contains)) {
            heard.add(text);
        }
    }

    /** What had a secret in it. */
    List<String> heard() {
        return new ArrayList<>(heard);
    }

    @Override
    public void publish(LogRecord told) {
        hear(told.getMessage() + List.of(told.getParameters() == null ? new Object[0] : told.getParameters()));
        if (told.getThrown() != null) {
            hear(told.getThrown().toString());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
