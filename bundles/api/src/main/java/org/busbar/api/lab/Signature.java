package org.busbar.api.lab;

/**
 * Whether a jar is signed, and by whom.
 *
 * @param signer the subject of the certificate; empty if it is not signed
 */
public record Signature(Kind kind, String signer) {

    /** No signature at all. */
    public static final Signature NONE = new Signature(Kind.UNSIGNED, "");

    /** How far a signature can be relied on. */
    public enum Kind {
        /** It came with Busbar. */
        SHIPPED,
        /** Every entry is signed with a key that this lab trusts. */
        TRUSTED,
        /** Every entry is signed, with a key that this lab does not know. */
        UNKNOWN_SIGNER,
        UNSIGNED
    }
}
