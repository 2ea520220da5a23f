package org.busbar.drivers.described;

import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.drivers.described.yaml.Entry;

/** Finds values in a text. */
interface TextReader {

    /** The values; empty if the text does not have the form. */
    Optional<Values> read(String reply) throws DeviceException;

    /** What the text should look like, for messages. */
    String form();

    /** A text with fields, or a mapping from outputs to regular expressions. */
    static TextReader of(Entry entry, Scope scope) {
        return entry.isSection()
                ? SearchedReply.of(entry.section(), scope)
                : entry.as(text -> PatternReply.parse(text, scope));
    }
}
