package org.busbar.distribution.bench.optimizers;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;
import org.busbar.optimizers.bayes.BayesianSearch;
import org.busbar.optimizers.forest.ForestSearch;
import org.busbar.optimizers.random.RandomSearch;

/** Optimizers by name, and the parts they may take, made without OSGi. */
final class Engines {

    private final Map<String, Supplier<Optimizer>> optimizers;
    private final PartShelf parts;

    /** Takes how each optimizer is made. */
    Engines(Map<String, Supplier<Optimizer>> optimizers, PartShelf parts) {
        this.optimizers = new TreeMap<>(optimizers);
        this.parts = parts;
    }

    /** Those of the platform. */
    static Engines ofThePlatform() {
        Map<String, Supplier<Optimizer>> optimizers = Map.of(
                "random", RandomSearch::new,
                "forest", ForestSearch::new,
                "bayes", BayesianSearch::new);
        return new Engines(optimizers, PlatformParts.all());
    }

    /**
     * Finds an engine by its name, with settings behind it if wanted: {@code name?key=value&key=value}. The whole
     * text becomes the recorded name.
     *
     * @throws IllegalArgumentException if there is no such engine, or a setting is unknown or refused
     */
    Contestant find(String text) {
        String[] words = text.split("\\?", 2);
        Supplier<Optimizer> making = optimizers.get(words[0]);
        if (making == null) {
            throw new IllegalArgumentException("There is no engine " + words[0] + " but " + optimizers.keySet());
        }
        Optimizer first = making.get();
        Values settings = new Settings(first, parts).read(words.length == 1 ? "" : words[1]);
        return new Contestant(
                text, Origin.version(first.getClass()), () -> new OptimizerEngine(making.get(), settings, parts));
    }
}
