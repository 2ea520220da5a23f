package org.busbar.optimizers.polynomial;

import java.util.List;

/**
 * What an ensemble says of a row, on the scale of the values it was fitted to.
 *
 * @param between the variance between the members that speak; 1 if the ensemble abstains
 * @param residual the mean square by which they miss what they are not shown; NaN if the ensemble abstains
 * @param speaking the members that speak
 * @param trust how much of what they say is believed: 1, or less if the ensemble abstains
 */
record Opinion(double mean, double between, double residual, List<Member> speaking, double trust) {

    /** Nothing is known but that values are about 0 and 1 in mean and standard deviation. */
    static final Opinion NONE = new Opinion(0, 1, Double.NaN, List.of(), 0);

    /**
     * The opinion of those members that speak.
     *
     * @param fallback what to expect where none does
     */
    static Opinion of(List<Member> members, double[] row, double[] basis, double fallback) {
        List<Member> speaking =
                members.stream().filter(member -> member.range().holds(row)).toList();
        if (speaking.isEmpty()) {
            return new Opinion(fallback, 1, Double.NaN, List.of(), 0);
        }
        return of(speaking, basis, Math.min(1, 2.0 * speaking.size() / members.size()), fallback);
    }

    private static Opinion of(List<Member> speaking, double[] basis, double trust, double fallback) {
        double[] values = speaking.stream()
                .mapToDouble(member -> member.ridge().at(basis))
                .toArray();
        double mean = 0;
        double residual = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] / values.length;
            residual += speaking.get(i).ridge().misfit() / values.length;
        }
        return trust < 1
                ? new Opinion(trust * mean + (1 - trust) * fallback, 1, Double.NaN, speaking, trust)
                : new Opinion(mean, variance(values, mean), residual, speaking, trust);
    }

    private static double variance(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / Math.max(1, values.length - 1);
    }

    /** Whether fewer than half of the members speak: the fewer, the more the mean falls back; the deviation is 1. */
    boolean abstains() {
        return trust < 1;
    }
}
