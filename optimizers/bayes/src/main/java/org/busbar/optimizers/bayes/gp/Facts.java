package org.busbar.optimizers.bayes.gp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a person wants to know about a fitted Gaussian process.
 *
 * @param kernel that was used
 * @param fitted how the hyper-parameters were found
 * @param mean the constant mean, in units of the values
 * @param evidence log marginal likelihood of the data
 * @param jitter added to the diagonal of the covariance to factor it; 0 as a rule
 */
public record Facts(Kernel kernel, Fitted fitted, double mean, double evidence, double jitter) {

    /**
     * As words and numbers of three digits, in a fixed order.
     *
     * @param columns their names, one per length scale
     */
    public Map<String, String> texts(List<String> columns) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kernel", kernel.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        double[] lengths = fitted.hyperparameters().lengths();
        for (int i = 0; i < lengths.length; i++) {
            texts.put("length scale of " + columns.get(i), text(lengths[i]));
        }
        texts.put(
                "standard deviation of the noise",
                text(Math.sqrt(fitted.hyperparameters().noise())));
        texts.put("mean", text(mean));
        texts.put("log evidence", text(evidence));
        texts.put("jitter", text(jitter));
        texts.put("starts", Integer.toString(fitted.starts()));
        texts.put("rows the hyper-parameters were searched on", Integer.toString(fitted.rows()));
        return Collections.unmodifiableMap(texts);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
