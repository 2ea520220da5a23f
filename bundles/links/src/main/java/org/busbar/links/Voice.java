package org.busbar.links;

import java.time.Duration;
import org.busbar.api.link.Framing;

/** How one holder speaks on a line. */
record Voice(Holder holder, Framing framing, Duration timeout, boolean isUrgent) {}
