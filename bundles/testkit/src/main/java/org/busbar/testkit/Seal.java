package org.busbar.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Collections;

/**
 * A key that signs badges.
 *
 * @param certificate of the key, DER
 */
record Seal(PrivateKey key, byte[] certificate) {

    /** The only key of a PKCS 12 store. */
    static Seal of(byte[] store, String password) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(store), password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    return new Seal(key, keys.getCertificate(alias).getEncoded());
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The key of -Dbusbar.key cannot be used; is -Dbusbar.key.password right?", e);
        }
        throw new IOException("The file of -Dbusbar.key has no private key");
    }

    /** The signature with SHA-256. */
    byte[] sign(byte[] bytes) throws IOException {
        try {
            String algorithm = key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm();
            Signature signature = Signature.getInstance("SHA256with" + algorithm);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IOException("The badge cannot be signed with a key of " + key.getAlgorithm(), e);
        }
    }
}
