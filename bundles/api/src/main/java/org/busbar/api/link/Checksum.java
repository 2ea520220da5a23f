package org.busbar.api.link;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is added to a message so that damage is noticed. */
@FunctionalInterface
public interface Checksum {

    /** Modbus RTU: CRC-16 with the polynomial 0xA001, low byte first (MODBUS over serial line, V1.02, section 6.2.2). */
    Checksum CRC16_MODBUS = Checksum::modbus;

    /** The exclusive or of all bytes. */
    Checksum XOR = Checksum::xor;

    /** The sum of all bytes modulo 256, as two hexadecimal digits. */
    Checksum SUM_HEX = Checksum::sumHex;

    /** The bytes to add; always as many. */
    byte[] of(byte[] message);

    private static byte[] modbus(byte[] message) {
        int crc = 0xFFFF;
        for (byte b : message) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xA001;
            }
        }
        return new byte[] {(byte) crc, (byte) (crc >>> 8)};
    }

    private static byte[] xor(byte[] message) {
        byte all = 0;
        for (byte b : message) {
            all ^= b;
        }
        return new byte[] {all};
    }

    private static byte[] sumHex(byte[] message) {
        int sum = 0;
        for (byte b : message) {
            sum += b & 0xFF;
        }
        return String.format(Locale.ROOT, "%02X", sum & 0xFF).getBytes(StandardCharsets.US_ASCII);
    }
}
