package org.busbar.drivers.methodscript;

import java.util.List;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;

/**
 * Which instrument must be on the line.
 *
 * @param serialNumber as it says it itself; any if empty
 */
record Identity(String serialNumber) {

    /** How the firmware of the instruments with MethodSCRIPT begins. */
    private static final List<String> MODELS = List.of("espico", "senswb", "es4_", "mes4", "nexus");

    private static final String BOOTLOADER = "espbl";

    /**
     * Compares it with what an instrument says.
     *
     * @param said its firmware and its serial number
     * @throws DeviceException if it is another one, or its firmware is not started
     */
    void check(List<String> said) throws DeviceException {
        String firmware = said.get(0);
        if (firmware.startsWith(BOOTLOADER)) {
            throw new DeviceException(
                    Detail.FIRMWARE,
                    "The instrument is in its bootloader ('" + firmware
                            + "'): load its firmware with the maker's program");
        }
        if (MODELS.stream().noneMatch(firmware::startsWith)) {
            throw new DeviceException(
                    Detail.IDENTITY_MISMATCH,
                    "The instrument says that it is '" + firmware + "', and should be one of " + MODELS
                            + ": look which instrument is on this line");
        }
        if (!serialNumber.isEmpty() && !serialNumber.equals(said.get(1))) {
            throw new DeviceException(
                    Detail.IDENTITY_MISMATCH,
                    "The instrument has the serial number " + said.get(1) + ", and the setting serial_number is "
                            + serialNumber + ": connect that one, or change the setting");
        }
    }
}
