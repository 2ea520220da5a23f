package org.busbar.analyses.gitt;

/**
 * A pulse without a result.
 *
 * @param word the flag
 * @param reason with the number behind it
 */
record LeftOut(Pulse pulse, String word, String reason) {}
