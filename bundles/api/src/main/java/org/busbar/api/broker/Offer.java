package org.busbar.api.broker;

import org.busbar.api.Capability;

/**
 * What a tenant is ready to do.
 *
 * @param quantity what is determined
 * @param method how
 * @param capability the inputs it accepts, limits included, and the outputs it gives
 */
public record Offer(String quantity, String method, Capability capability) {}
