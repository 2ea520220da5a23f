package org.busbar.shell;

import java.time.Duration;

/** Says on the status line that something goes on, and for how long already. */
final class PluginWait implements AutoCloseable {

    private final Terminal terminal;
    private final Thread thread;
    private volatile boolean isOver;

    PluginWait(Terminal terminal, String what) {
        this.terminal = terminal;
        long begun = System.nanoTime();
        thread = new Thread(() -> tell(what, begun), "progress");
        thread.setDaemon(true);
        thread.start();
    }

    private void tell(String what, long begun) {
        try {
            while (!isOver) {
                terminal.status(what + ", " + Numbers.time(Duration.ofNanos(System.nanoTime() - begun)));
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            terminal.clear();
        }
    }

    @Override
    public void close() throws InterruptedException {
        isOver = true;
        thread.interrupt();
        thread.join();
        terminal.clear();
    }
}
