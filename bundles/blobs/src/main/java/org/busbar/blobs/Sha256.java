package org.busbar.blobs;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** SHA-256 as 64 hexadecimal digits in lower case. */
final class Sha256 {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but not this one", e);
        }
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The digits of a digest, which starts afresh. */
    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The name in lower case, which also keeps anything like a path out. */
    static String checked(String sha256) throws IOException {
        String name = sha256.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IOException("'" + sha256 + "' is not a SHA-256: give its 64 hexadecimal digits");
        }
        return name;
    }
}
