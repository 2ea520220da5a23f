package org.busbar.api.event;

/**
 * An event and its place in the journal.
 *
 * @param number from 1, rising by 1
 */
public record Recorded(long number, LabEvent event) {}
