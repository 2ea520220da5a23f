package org.busbar.optimizers.forest;

/**
 * How much the mean of a forest would differ if it had learnt from other samples of the same kind: the mean of the
 * jackknife after bootstrap and the infinitesimal jackknife, both with the correction for few trees (S. Wager, T. Hastie,
 * B. Efron, Journal of Machine Learning Research 15, 1625 (2014)).
 */
final class Jackknife {

    private Jackknife() {}

    /**
     * The variance of the mean of what trees say; 0 where the corrections exceed it.
     *
     * @param said by each tree
     * @param samples for each tree how often each row was drawn
     */
    static double variance(double[] said, int[][] samples) {
        int rows = samples[0].length;
        double mean = 0;
        for (double one : said) {
            mean += one / said.length;
        }
        double squares = 0;
        for (double one : said) {
            squares += (one - mean) * (one - mean);
        }
        double few = squares * rows / said.length / said.length;
        double infinitesimal = -few;
        double afterBootstrap = -(Math.E - 1) * few;
        for (int row = 0; row < rows; row++) {
            double covariance = 0;
            double without = 0;
            int count = 0;
            for (int b = 0; b < said.length; b++) {
                covariance += (samples[b][row] - 1) * (said[b] - mean) / said.length;
                if (samples[b][row] == 0) {
                    without += said[b] - mean;
                    count++;
                }
            }
            double moved = count == 0 ? 0 : without / count;
            infinitesimal += covariance * covariance;
            afterBootstrap += moved * moved * (rows - 1) / rows;
        }
        return Math.max(0, (infinitesimal + afterBootstrap) / 2);
    }
}
