package org.busbar.api.link;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes instruments that exist in software only, for links {@code sim:name}; a service with the property
 * {@value #NAME}. Each URI has an instrument of its own, which keeps its physical state for as long as its plug-in is
 * there, whoever connects to it.
 */
@ConsumerType
public interface Simulator {

    /** The service property that says which {@code sim:} links it serves. */
    String NAME = "simulator";

    /**
     * A fresh instrument, as after power-up.
     *
     * @param options those of the URI that the link itself does not know
     * @throws IllegalArgumentException if one is unknown or out of its range; the message says which
     */
    Instrument instrument(Map<String, String> options);

    /**
     * What such an instrument answers when it refuses what it was told, framed; empty if it never does. Where that depends
     * on what it was told, it is any of these answers, see {@link #refusal(byte[])}. Used by fault injection.
     */
    default byte[] refusal() {
        return new byte[0];
    }

    /**
     * What such an instrument answers when it refuses this message, framed; the same whatever it was told, unless
     * overridden. To be overridden where a refusal repeats a part of the request, such as its function or its number.
     * Nothing else is changed by it. Used by fault injection.
     *
     * @param heard the message that was sent, framed
     */
    default byte[] refusal(byte[] heard) {
        return refusal();
    }

    /**
     * Another instrument of that kind, such as one with another serial number or model, found on the same port. Used by
     * fault injection.
     *
     * @throws UnsupportedOperationException if such instruments cannot be told apart
     */
    default Instrument impostor(Map<String, String> options) {
        throw new UnsupportedOperationException("Instruments of this kind cannot be told apart");
    }
}
