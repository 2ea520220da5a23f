package org.busbar.drivers.described;

import org.busbar.drivers.described.yaml.Section;

/** A word that begins a step in the language of one protocol, such as {@code ask}, {@code get} or {@code run}. */
@FunctionalInterface
public interface Verb {

    /**
     * Reads a step, when the device is activated; touches no hardware.
     *
     * @param step the whole step, with all its keys; keys that are not asked for are refused afterwards
     * @param scope what names mean here
     * @throws IllegalArgumentException from {@code step}'s methods, if something is wrong
     */
    Deed read(Section step, Scope scope);
}
