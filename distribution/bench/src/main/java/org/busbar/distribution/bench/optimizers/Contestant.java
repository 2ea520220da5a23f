package org.busbar.distribution.bench.optimizers;

import java.util.function.Supplier;

/**
 * An engine that takes part.
 *
 * @param name as recorded, with its settings if any
 * @param version as recorded
 * @param making makes a fresh engine for each run
 */
public record Contestant(String name, String version, Supplier<Engine> making) {}
