package org.busbar.drivers.scpi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;

/**
 * What an instrument has to complain of, oldest first (SCPI-1999, chapter 21.8).
 *
 * @param asked whether it is asked at all
 */
record ErrorQueue(boolean asked) {

    private static final String QUESTION = "SYST:ERR?";

    /** More than the queue of any instrument holds; one that always complains would be asked for ever. */
    private static final int LONGEST = 50;

    private static final Pattern ENTRY = Pattern.compile("\\s*(?<code>[-+]?\\d+)\\s*,\\s*\"[^\"]*\"\\s*");

    /** @throws DeviceException if there are complaints; names them all */
    void check(Link link, String told) throws DeviceException, IOException, InterruptedException {
        List<String> complaints = asked ? complaints(link) : List.of();
        if (!complaints.isEmpty()) {
            throw new DeviceException("The instrument refused '" + told + "': " + String.join("; ", complaints));
        }
    }

    /** Forgets all complaints. */
    void empty(Link link) throws DeviceException, IOException, InterruptedException {
        if (asked) {
            complaints(link);
        }
    }

    private static List<String> complaints(Link link) throws DeviceException, IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (String entry = next(link); !entry.isEmpty(); entry = next(link)) {
            complaints.add(entry);
            if (complaints.size() >= LONGEST) {
                throw new DeviceException(Detail.FAULT, "The error queue does not end: " + complaints);
            }
        }
        return complaints;
    }

    /** The oldest complaint; empty if there is none. */
    private static String next(Link link) throws DeviceException, IOException, InterruptedException {
        String reply = link.ask(QUESTION);
        Matcher entry = ENTRY.matcher(reply);
        if (!entry.matches()) {
            throw new DeviceException(
                    Detail.COMMUNICATION,
                    "'" + QUESTION + "' was answered '" + reply
                            + "', not with a number and a text: if the instrument has no error queue, set check.errors to false");
        }
        return Integer.parseInt(entry.group("code")) == 0 ? "" : reply.strip();
    }
}
