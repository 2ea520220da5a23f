package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkStatus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** A room with lines that end with a line feed. */
final class Rig implements AutoCloseable {

    static final Framing LINES = Framing.lines("\n");

    final LinkRoom room = new LinkRoom();
    final List<LinkStatus> told = new CopyOnWriteArrayList<>();

    Rig() {
        room.addListener(told::add);
    }

    Link open(String uri) {
        return open(uri, LINES);
    }

    Link open(String uri, Framing framing) {
        return room.links(Permissions.ALL).open(uri, framing);
    }

    LinkStatus only() {
        Assertions.assertEquals(1, room.links().size());
        return room.links().get(0);
    }

    List<LinkStatus.State> states() {
        return told.stream().map(LinkStatus::state).toList();
    }

    /** That nothing was sent, and why. */
    static String offline(Executable work) {
        DeviceException e = assertThrows(DeviceException.class, work);
        Assertions.assertEquals(Detail.OFFLINE, e.detail(), e::getMessage);
        return String.valueOf(e.getMessage());
    }

    /** That something was sent, and what is wrong with it. */
    static String fails(LinkException.Kind kind, Executable work) {
        LinkException e = assertThrows(LinkException.class, work);
        Assertions.assertEquals(kind, e.kind(), e::getMessage);
        return String.valueOf(e.getMessage());
    }

    static void await(Callable<Boolean> condition) throws Exception {
        await("it did not happen within 10 s", condition);
    }

    static void await(String otherwise, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + 10_000_000_000L;
        while (!condition.call()) {
            if (System.nanoTime() > until) {
                fail(otherwise);
            }
            Thread.sleep(5);
        }
    }

    /** Work in a thread of its own, which can be interrupted. */
    static final class Other {
        final CompletableFuture<Throwable> end = new CompletableFuture<>();
        final Thread thread;

        Other(Executable work) {
            thread = new Thread(() -> {
                try {
                    work.execute();
                    end.complete(new AssertionError("It ended well"));
                } catch (Throwable e) {
                    end.complete(e);
                }
            });
            thread.start();
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
