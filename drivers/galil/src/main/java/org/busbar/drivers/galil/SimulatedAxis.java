package org.busbar.drivers.galil;

import java.util.function.DoubleSupplier;

/** One axis of a simulated controller: its registers and its carriage. */
final class SimulatedAxis {

    private final Carriage carriage;
    private final DoubleSupplier clock;
    private double speed = 25000;
    private double acceleration = 256000;
    private double deceleration = 256000;
    private double target;
    private String mode = "PA";
    private boolean off;
    private double user;

    /**
     * @param user what {@code ZA} is at first
     * @param clock s
     */
    SimulatedAxis(Carriage carriage, double user, DoubleSupplier clock) {
        this.carriage = carriage;
        this.user = user;
        this.clock = clock;
        target = carriage.position();
    }

    /** Lets time pass. */
    void advance() {
        carriage.advance(clock.getAsDouble());
    }

    /** Value of an operand such as {@code BG}; NaN if there is none. */
    double value(String operand) {
        return switch (operand) {
            case "BG" -> carriage.isMoving() ? 1 : 0;
            case "MO" -> off ? 1 : 0;
            case "SC" -> carriage.stopCode();
            case "TP" -> Math.rint(carriage.position());
            case "TS" -> switches();
            case "ZA" -> user;
            case "SP" -> speed;
            case "AC" -> acceleration;
            case "DC" -> deceleration;
            default -> Double.NaN;
        };
    }

    private int switches() {
        return 3 // no home switch, no latch
                + (carriage.atReverse() ? 0 : 4)
                + (carriage.atForward() ? 0 : 8)
                + (off ? 32 : 0)
                + (carriage.isMoving() ? 128 : 0);
    }

    /** Sets a register; what it gives is the error code, 0 for none. */
    int set(String register, double number) {
        boolean moving = carriage.isMoving();
        switch (register) {
            case "SP" -> speed = number;
            case "AC" -> acceleration = number;
            case "DC" -> deceleration = number;
            case "ZA" -> user = number;
            case "PA" -> {
                mode = moving ? mode : "PA";
                target = moving ? target : number;
                return moving ? 7 : 0;
            }
            case "DP" -> {
                if (!moving) {
                    carriage.define(number);
                }
                return moving ? 7 : 0;
            }
            default -> {
                return 1;
            }
        }
        return number >= 0 && number <= 1073740800 ? 0 : 6;
    }

    /** Performs a command without a number; what it gives is the error code, 0 for none. */
    int perform(String command) {
        switch (command) {
            case "HM", "FE", "FI" -> mode = command;
            case "ST" -> carriage.stop(deceleration, clock.getAsDouble());
            case "SH" -> off = false;
            case "MO" -> {
                off = !carriage.isMoving();
                return off ? 0 : 7;
            }
            case "BG" -> {
                return begin();
            }
            default -> {
                return 1;
            }
        }
        return 0;
    }

    private int begin() {
        if (off) {
            return 20;
        }
        if (carriage.isMoving()) {
            return 21;
        }
        if (mode.equals("PA") && carriage.isBlocked(target)) {
            return 22;
        }
        double now = clock.getAsDouble();
        if (mode.equals("PA")) {
            carriage.moveTo(target, speed, acceleration, now);
        } else {
            carriage.home(speed, acceleration, now, mode.equals("FE") ? 9 : 10);
        }
        mode = "PA";
        return 0;
    }
}
