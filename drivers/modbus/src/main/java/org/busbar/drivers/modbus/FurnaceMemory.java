package org.busbar.drivers.modbus;

import java.nio.ByteBuffer;

/**
 * The registers of a furnace. Holding: 0 set point, 0.1 Cel, int16; 2 and 3 the same, Cel, float32 ABCD; 100 model, uint16.
 * Input: 0 temperature, 0.1 Cel, int16; 2 and 3 the same, Cel, float32 CDAB; 4 power, 0.01 %, uint16. Coil: 0 heater.
 * Discrete: 0 whether it is within 1 K of the set point.
 */
final class FurnaceMemory implements Memory {

    private static final double MOST = 500;

    private final Furnace furnace;
    private final int model;

    FurnaceMemory(Furnace furnace, int model) {
        this.furnace = furnace;
        this.model = model;
    }

    @Override
    public int get(Table table, int address) {
        return switch (table) {
            case HOLDING -> holding(address);
            case INPUT -> input(address);
            case COIL -> address == 0 ? bit(furnace.isOn()) : -1;
            case DISCRETE -> address == 0 ? bit(Math.abs(furnace.temperature() - furnace.setpoint()) <= 1) : -1;
        };
    }

    private int holding(int address) {
        return switch (address) {
            case 0 -> tenths(furnace.setpoint());
            case 2 -> Float.floatToIntBits((float) furnace.setpoint()) >>> 16;
            case 3 -> Float.floatToIntBits((float) furnace.setpoint()) & 0xFFFF;
            case 100 -> model;
            default -> -1;
        };
    }

    private int input(int address) {
        return switch (address) {
            case 0 -> tenths(furnace.temperature());
            case 2 -> Float.floatToIntBits((float) furnace.temperature()) & 0xFFFF;
            case 3 -> Float.floatToIntBits((float) furnace.temperature()) >>> 16;
            case 4 -> (int) Math.round(furnace.power() * 10_000);
            default -> -1;
        };
    }

    @Override
    public boolean set(Table table, int address, int value) {
        if (table == Table.COIL) {
            furnace.switchTo(value == 1);
            return true;
        }
        return switch (address) {
            case 0 -> settle((short) value * 0.1);
            case 2 -> settle(joined(value, holding(3)));
            case 3 -> settle(joined(holding(2), value));
            default -> false;
        };
    }

    private boolean settle(double celsius) {
        boolean isTaken = celsius >= -50 && celsius <= MOST;
        if (isTaken) {
            furnace.setpoint(celsius);
        }
        return isTaken;
    }

    private static double joined(int high, int low) {
        return ByteBuffer.allocate(4)
                .putShort((short) high)
                .putShort((short) low)
                .getFloat(0);
    }

    private static int tenths(double celsius) {
        return (int) Math.round(celsius * 10) & 0xFFFF;
    }

    private static int bit(boolean state) {
        return state ? 1 : 0;
    }
}
