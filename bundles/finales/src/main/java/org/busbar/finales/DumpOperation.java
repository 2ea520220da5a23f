package org.busbar.finales;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.busbar.api.event.Journal;
import org.busbar.api.event.Recorded;
import org.busbar.api.security.Role;
import org.busbar.json.Json;

/** Gives the whole journal, an event per line, to administrators who know the key, if there is one. */
final class DumpOperation {

    private static final int PAGE = 1000;

    private final Journal journal;
    private final Supplier<Settings> settings;

    DumpOperation(Journal journal, Supplier<Settings> settings) {
        this.journal = journal;
        this.settings = settings;
    }

    Route route() {
        return Route.of("GET", "/database_dump/{}", "The journal, an event per line", this::dump);
    }

    private Answer dump(Call call) {
        byte[] key = settings.get().dumpKey().getBytes(StandardCharsets.UTF_8);
        boolean same = MessageDigest.isEqual(key, call.variable().getBytes(StandardCharsets.UTF_8));
        if (key.length == 0 || !same) {
            throw new Refused(400, "There is no dump for that key");
        }
        if (!call.caller().has(Role.ADMIN)) {
            throw new Refused(403, "A dump is for administrators");
        }
        return new Answer(200, "application/octet-stream", Map.of(), this::write);
    }

    private void write(OutputStream out) throws IOException {
        long last = 0;
        for (List<Recorded> page = journal.read(last, PAGE); !page.isEmpty(); page = journal.read(last, PAGE)) {
            for (Recorded recorded : page) {
                out.write((Json.write(recorded) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            last = page.get(page.size() - 1).number();
        }
    }
}
