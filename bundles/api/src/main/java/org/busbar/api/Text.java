package org.busbar.api;

/** A word or a sentence, such as the answer of a person or one of a few choices. */
public record Text(String text) implements Value {

    @Override
    public String toString() {
        return text;
    }
}
