package org.busbar.api;

/**
 * Physical matter with an identity, such as the content of one vial.
 *
 * @param id unique in the lab and never used again; not blank
 */
public record Sample(String id) implements Value {

    public Sample {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A sample needs an id that is not blank");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
