package org.busbar.finales;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers in every form that clients write, and those that follow from others. */
final class Identifiers {

    /** Names of this interface: RFC 4122, version 5, in a name space of our own. */
    private static final UUID SPACE = UUID.fromString("6f1d8a0e-2b9c-5d47-9e13-0c7a4be25f68");

    /** Neither version nor variant are among these bits. */
    private static final long FLIPPED = 0x5a5a_a5a5_c3c3_0000L;

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private Identifiers() {}

    /** With dashes, without, in upper case, after {@code urn:uuid:} or in braces; empty if it is none of these. */
    static Optional<UUID> parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        bare = bare.startsWith("urn:uuid:") ? bare.substring(9) : bare;
        bare = bare.startsWith("{") && bare.endsWith("}") ? bare.substring(1, bare.length() - 1) : bare;
        String digits = bare.replace("-", "");
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16)));
    }

    /** @throws Refused with 400 if it is no identifier */
    static UUID require(String text) {
        return parse(text).orElseThrow(() -> new Refused(400, "malformed identifier"));
    }

    /** Always the same for a name of that kind. */
    static UUID named(String kind, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(SPACE.getMostSignificantBits())
                    .putLong(SPACE.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest((kind + ":" + name).getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & ~0xf000L | 0x5000L;
            long low = hash.getLong() & ~0xc000_0000_0000_0000L | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    /** Whether it was made from a name. */
    static boolean isNamed(UUID id) {
        return id.version() == 5;
    }

    /** The identifier of the one result of a request, and of a result that of its request. */
    static UUID counterpart(UUID id) {
        return new UUID(id.getMostSignificantBits() ^ FLIPPED, id.getLeastSignificantBits());
    }
}
