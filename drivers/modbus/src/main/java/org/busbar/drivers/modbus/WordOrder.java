package org.busbar.drivers.modbus;

/**
 * The order in which an instrument sends the bytes A (highest) to D of a number of two registers; the same pattern for
 * four. Modbus fixes the order within one register only, so vendors differ.
 */
enum WordOrder {
    /** Highest register first, highest byte first. */
    ABCD(false, false),
    /** Lowest register first, highest byte first. */
    CDAB(true, false),
    /** Highest register first, lowest byte first. */
    BADC(false, true),
    /** Lowest register first, lowest byte first. */
    DCBA(true, true);

    private final boolean lowestRegisterFirst;
    private final boolean lowestByteFirst;

    WordOrder(boolean lowestRegisterFirst, boolean lowestByteFirst) {
        this.lowestRegisterFirst = lowestRegisterFirst;
        this.lowestByteFirst = lowestByteFirst;
    }

    /** Bytes from this order to highest first, and as well back. */
    byte[] arrange(byte[] bytes) {
        byte[] arranged = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            arranged[i] = bytes[from(i, bytes.length)];
        }
        return arranged;
    }

    private int from(int i, int length) {
        int register = lowestRegisterFirst ? length / 2 - 1 - i / 2 : i / 2;
        int half = lowestByteFirst ? 1 - i % 2 : i % 2;
        return 2 * register + half;
    }
}
