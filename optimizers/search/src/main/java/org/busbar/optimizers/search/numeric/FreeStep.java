package org.busbar.optimizers.search.numeric;

/** From the Cauchy point to the minimum of the model over the free variables (Byrd et al. 1995, section 5.1). */
final class FreeStep {

    private final Box box;
    private final Curvature curvature;
    private final double[] x;
    private final double[] slope;
    private final CauchyPoint cauchy;

    FreeStep(Box box, Curvature curvature, double[] x, double[] slope, CauchyPoint cauchy) {
        this.box = box;
        this.curvature = curvature;
        this.x = x;
        this.slope = slope;
        this.cauchy = cauchy;
    }

    /** The point to search towards. */
    double[] goal() {
        if (curvature.size() == 0) {
            return cauchy.point();
        }
        double[] step = step();
        double[] projected = projected(step);
        return descends(projected) ? projected : truncated(step);
    }

    private double[] step() {
        double theta = curvature.scale();
        double[] residual = residual();
        double[] solved = curvature.solveWithin(cauchy.free(), curvature.project(residual, cauchy.free()));
        double[] step = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (cauchy.free()[i]) {
                step[i] = -(residual[i] + Vectors.dot(curvature.row(i), solved) / theta) / theta;
            }
        }
        return step;
    }

    /** Gradient of the model at the Cauchy point. */
    private double[] residual() {
        double[] solved = curvature.solve(cauchy.travelled());
        double[] residual = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            residual[i] =
                    slope[i] + curvature.scale() * (cauchy.point()[i] - x[i]) - Vectors.dot(curvature.row(i), solved);
        }
        return residual;
    }

    private double[] projected(double[] step) {
        double[] point = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            point[i] = box.clamp(i, cauchy.point()[i] + step[i]);
        }
        return point;
    }

    private boolean descends(double[] point) {
        return Vectors.dot(Vectors.minus(point, x), slope) < 0;
    }

    private double[] truncated(double[] step) {
        double part = Math.min(1, box.room(cauchy.point(), step));
        double[] point = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            point[i] = box.clamp(i, cauchy.point()[i] + part * step[i]);
        }
        return point;
    }
}
