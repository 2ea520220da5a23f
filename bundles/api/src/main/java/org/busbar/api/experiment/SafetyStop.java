package org.busbar.api.experiment;

/**
 * What one device answered to a safety-stop.
 *
 * @param confirmed whether it said within its bound that it is safe
 * @param detail what it said, as a sentence for people
 */
public record SafetyStop(String device, boolean confirmed, String detail) {}
