package org.busbar.drivers.modbus;

import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/** What the exception codes of Modbus mean (MODBUS application protocol V1.1b3, section 7). */
final class Refusal {

    private Refusal() {}

    /**
     * Throws what a code means.
     *
     * @param name of the register
     * @param link through which it was asked
     */
    static void raise(String name, String link, int code) throws DeviceException, LinkException {
        String what = name + " on " + link + ": exception " + code + ", ";
        switch (code) {
            case 1 ->
                throw said(
                        Detail.CONFIGURATION,
                        what
                                + "the instrument does not know this function: try function 6 or 16 for writing, holding instead"
                                + " of input for reading");
            case 2 ->
                throw said(
                        Detail.CONFIGURATION,
                        what + "the instrument has no such register: look at table, address (counted from 0) and type");
            case 3 -> throw said(Detail.REFUSED, what + "the instrument does not take this value");
            case 4 -> throw said(Detail.FAULT, what + "the instrument has a fault: look at it");
            case 5 -> throw unanswered(what + "the instrument has begun and does not say when it is done");
            case 6 -> throw said(Detail.REFUSED, what + "the instrument is busy: try again later");
            case 8 -> throw said(Detail.FAULT, what + "the memory of the instrument is damaged");
            case 10 ->
                throw said(Detail.OFFLINE, what + "the gateway has no way to this unit id: look at its settings");
            case 11 -> throw unanswered(what + "the instrument did not answer the gateway: is it switched on?");
            default -> throw said(Detail.REFUSED, what + "which only the manual of the instrument explains");
        }
    }

    private static DeviceException said(Detail detail, String message) {
        return new DeviceException(detail, message);
    }

    private static LinkException unanswered(String message) {
        return new LinkException(LinkException.Kind.NO_REPLY, message);
    }
}
