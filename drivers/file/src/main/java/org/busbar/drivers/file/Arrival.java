package org.busbar.drivers.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/**
 * Waits for a result file. Begun before the instrument is told to work: what was there before does not count, whatever the
 * clocks of the two computers say.
 *
 * @param glob names of the file
 * @param before the files as they were
 */
record Arrival(Folder folder, String glob, Map<Path, Folder.Stamp> before) {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Waits for a while. */
    @FunctionalInterface
    interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    /** Remembers what is there now. */
    static Arrival begun(Folder folder, String glob) throws DeviceException {
        return new Arrival(folder, glob, folder.matching(glob));
    }

    /**
     * Waits until there is one new or changed file, and it has not changed for {@code rest}.
     *
     * @param within at most so long
     * @param waiting between two looks
     * @throws LinkException of the kind {@code NO_REPLY} if there is none in time or it does not come to rest, and
     *     {@code GARBLED} if there are several
     */
    Path await(Duration within, Duration rest, Waiting waiting) throws LinkException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        Map<Path, Folder.Stamp> last = Map.of();
        long since = System.nanoTime();
        String trouble = "";
        while (System.nanoTime() < end) {
            try {
                Map<Path, Folder.Stamp> fresh = fresh();
                trouble = "";
                if (!fresh.equals(last)) {
                    last = fresh;
                    since = System.nanoTime();
                } else if (isWhole(fresh) && System.nanoTime() - since >= rest.toNanos()) {
                    return only(List.copyOf(fresh.keySet()));
                }
            } catch (DeviceException e) {
                trouble = "; " + e.getMessage();
            }
            waiting.pass(POLL);
        }
        throw new LinkException(
                LinkException.Kind.NO_REPLY,
                "No whole file " + glob + " came into " + folder.root() + " within " + within
                        + (last.isEmpty() ? "" : "; still being written: " + last.keySet()) + trouble
                        + ". Look at the software of the instrument");
    }

    private Map<Path, Folder.Stamp> fresh() throws DeviceException {
        Map<Path, Folder.Stamp> now = folder.matching(glob);
        now.entrySet().removeAll(before.entrySet());
        return now;
    }

    private static boolean isWhole(Map<Path, Folder.Stamp> files) {
        return !files.isEmpty() && files.values().stream().allMatch(stamp -> stamp.size() > 0);
    }

    private Path only(List<Path> files) throws LinkException {
        if (files.size() > 1) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "Several files " + glob + " came at once: " + files
                            + "; make the pattern so narrow that it fits one, such as by the {job} in its name");
        }
        return files.get(0);
    }
}
