package org.busbar.security;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.busbar.json.Json;

/** The RSA keys that sign logins, {@code signing-key.json}; made at the first start. */
final class SigningKeys {

    private static final int BITS = 2048;

    private SigningKeys() {}

    /** What is in the file: PKCS 8 and X.509 as Base64. */
    private record Content(String privateKey, String publicKey) {}

    /**
     * Reads the keys, or makes them if there are none.
     *
     * @throws IllegalStateException if the file is damaged
     */
    static KeyPair of(Path folder) {
        PrivateFile file = new PrivateFile(folder.resolve("signing-key.json"));
        return file.read().map(SigningKeys::read).orElseGet(() -> make(file));
    }

    private static KeyPair make(PrivateFile file) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair keys = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            file.write(Json.write(new Content(
                    base64.encodeToString(keys.getPrivate().getEncoded()),
                    base64.encodeToString(keys.getPublic().getEncoded()))));
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static KeyPair read(String text) {
        try {
            Content content = Json.read(text, Content.class);
            if (content == null) {
                throw new IllegalArgumentException("it is empty");
            }
            KeyFactory factory = KeyFactory.getInstance("RSA");
            Base64.Decoder base64 = Base64.getDecoder();
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(content.publicKey()))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(content.privateKey()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key in data/security/signing-key.json cannot be read; put the file back from a backup, or delete"
                            + " it to have a new one, which ends every login",
                    e);
        }
    }
}
