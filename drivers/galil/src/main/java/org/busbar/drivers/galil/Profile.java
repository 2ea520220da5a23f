package org.busbar.drivers.galil;

/** Where a simulated carriage is while it moves, in counts and seconds. */
sealed interface Profile {

    double position(double time);

    double velocity(double time);

    /** When it stands. */
    double end();

    /** From rest to rest, with a trapezoid of speed, or a triangle if the way is short. */
    record Trapezoid(double start, double target, double fastest, double acceleration, double begin)
            implements Profile {

        private double way() {
            return Math.abs(target - start);
        }

        private double peak() {
            return Math.min(fastest, Math.sqrt(way() * acceleration));
        }

        private double ramp() {
            return peak() / acceleration;
        }

        private double cruise() {
            return peak() == 0 ? 0 : way() / peak() - ramp();
        }

        @Override
        public double end() {
            return begin + 2 * ramp() + cruise();
        }

        @Override
        public double position(double time) {
            double t = Math.max(0, Math.min(time, end()) - begin);
            double left = end() - begin - t;
            double gone;
            if (t < ramp()) {
                gone = acceleration * t * t / 2;
            } else {
                gone = left < ramp() ? way() - acceleration * left * left / 2 : peak() * (t - ramp() / 2);
            }
            return start + Math.signum(target - start) * gone;
        }

        @Override
        public double velocity(double time) {
            double t = Math.max(0, Math.min(time, end()) - begin);
            double size = Math.min(peak(), acceleration * Math.min(t, end() - begin - t));
            return Math.signum(target - start) * size;
        }
    }

    /** From a speed to rest. */
    record Braking(double start, double velocity, double deceleration, double begin) implements Profile {

        @Override
        public double end() {
            return begin + Math.abs(velocity) / deceleration;
        }

        @Override
        public double position(double time) {
            double t = Math.min(time, end()) - begin;
            return start + velocity * t - Math.signum(velocity) * deceleration * t * t / 2;
        }

        @Override
        public double velocity(double time) {
            double t = Math.min(time, end()) - begin;
            return velocity - Math.signum(velocity) * deceleration * t;
        }
    }
}
