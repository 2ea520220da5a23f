package org.busbar.drivers.modbus;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a number lies in registers, highest byte first. */
enum Encoding {
    INT16(1, -0x1p15, 0x1p15 - 1),
    UINT16(1, 0, 0x1p16 - 1),
    INT32(2, -0x1p31, 0x1p31 - 1),
    UINT32(2, 0, 0x1p32 - 1),
    INT64(4, -0x1p53, 0x1p53),
    /** IEEE 754, single. */
    FLOAT32(2, -Float.MAX_VALUE, Float.MAX_VALUE),
    /** IEEE 754, double. */
    FLOAT64(4, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int registers;
    private final double min;
    private final double max;

    Encoding(int registers, double min, double max) {
        this.registers = registers;
        this.min = min;
        this.max = max;
    }

    /** @throws IllegalArgumentException naming what there is */
    static Encoding of(String name) {
        for (Encoding encoding : values()) {
            if (encoding.toString().equals(name)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is no type of a register; there are "
                + Arrays.stream(values()).map(Encoding::toString).collect(Collectors.joining(", ")));
    }

    /** How many registers one number takes. */
    int registers() {
        return registers;
    }

    /** @param bytes two for each register */
    double decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (this) {
            case FLOAT32 -> Double.parseDouble(Float.toString(buffer.getFloat())); // no digits that were not sent
            case FLOAT64 -> buffer.getDouble();
            case UINT16, UINT32 -> new BigInteger(1, bytes).doubleValue();
            case INT16, INT32, INT64 -> new BigInteger(bytes).doubleValue();
        };
    }

    /**
     * The number in bytes, two for each register; whole numbers are rounded.
     *
     * @throws IllegalArgumentException if it has no place there
     */
    byte[] encode(double number) {
        double whole = isWhole() ? Math.rint(number) : number;
        if (!(whole >= min && whole <= max)) {
            throw new IllegalArgumentException(
                    number + " has no place in a register of type " + this + ", which holds " + min + " to " + max);
        }
        ByteBuffer eight = ByteBuffer.allocate(8);
        switch (this) {
            case FLOAT32 -> eight.putFloat(4, (float) whole);
            case FLOAT64 -> eight.putDouble(0, whole);
            default -> eight.putLong(0, (long) whole);
        }
        return Arrays.copyOfRange(eight.array(), 8 - 2 * registers, 8);
    }

    private boolean isWhole() {
        return this != FLOAT32 && this != FLOAT64;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
