package org.busbar.api.lab;

import java.time.Instant;

/** What is wrong with a file of the lab, in one sentence. */
public record Fault(String file, String reason, Instant since) {}
