package org.busbar.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.busbar.api.optimize.Question;
import org.busbar.json.Json;

/**
 * A question as a campaign asks it.
 *
 * @param optimizer the {@code lab.id} of the one that is asked
 * @param pending the numbers of the earlier trials whose outcome it does not tell
 */
record Asked(String optimizer, Question question, List<Integer> pending) {

    Asked {
        pending = List.copyOf(pending);
    }

    /** SHA-256 of the question as JSON, as 64 hexadecimal digits. */
    String fingerprint() {
        try {
            byte[] json = Json.write(question).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
