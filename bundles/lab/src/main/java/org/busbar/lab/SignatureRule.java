package org.busbar.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.busbar.api.lab.Signature;
import org.busbar.json.Json;

/**
 * Whether a lab takes plug-ins that nobody it trusts has signed, as its {@code plugins.json} says: {@code {"signatures":
 * "required"}} or {@code "optional"}, which it is without the file. Read again each time it matters.
 */
record SignatureRule(Path file) {

    private record Content(String signatures) {}

    /** Why a jar with that signature is not taken; empty if it is. What the file says wrongly keeps everything out. */
    Optional<String> refusal(Signature signature) {
        try {
            return isRequired() ? required(signature) : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.of("plugins.json does not say whether signatures are required, so nothing is taken: "
                    + e.getMessage() + "; write {\"signatures\": \"required\"} or {\"signatures\": \"optional\"}");
        }
    }

    private static Optional<String> required(Signature signature) {
        return switch (signature.kind()) {
            case SHIPPED, TRUSTED -> Optional.empty();
            case UNSIGNED ->
                Optional.of("it is not signed, and this lab requires it (plugins.json): sign it with"
                        + " jarsigner, by a key whose certificate lies in the folder trusted of the lab");
            case UNKNOWN_SIGNER ->
                Optional.of("it is signed by " + signature.signer()
                        + ", whom this lab does not trust, and it requires that (plugins.json): if you trust them, put"
                        + " their certificate into the folder trusted of the lab");
        };
    }

    private boolean isRequired() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String said = Json.read(Files.readString(file), Content.class).signatures();
        if (!List.of("required", "optional").contains(said)) {
            throw new IllegalArgumentException("signatures = '" + said + "'");
        }
        return said.equals("required");
    }
}
