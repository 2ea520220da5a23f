package org.busbar.plug;

/** A surrogate or acquisition that an optimizer wants is not at hand; it may still come. */
public final class MissingPartException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String part;

    MissingPartException(String part, String message) {
        super(message);
        this.part = part;
    }

    /** What is missing, such as {@code surrogate gp}. */
    public String part() {
        return part;
    }
}
