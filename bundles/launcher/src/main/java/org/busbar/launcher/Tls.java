package org.busbar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;

/**
 * The key and the certificate by which the server shows who it is.
 *
 * @param keystore a PKCS 12 or JKS file with one key, whose password is that of the file
 * @param certificate the server's own, as PEM; it has to name every host by which the server is called
 */
record Tls(Path keystore, String password, String certificate) {

    /**
     * Reads them.
     *
     * @param passwordFile its first line is the password
     * @throws Refusal if the server could not speak TLS with them
     */
    static Tls open(Path keystore, Path passwordFile) throws Refusal {
        try {
            String password = Files.readString(passwordFile).lines().findFirst().orElse("");
            X509Certificate certificate = certificate(keystore, password);
            certificate.checkValidity();
            return new Tls(keystore, password, pem(certificate));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw refusal("The certificate in " + keystore + " is not valid today (" + e.getMessage() + ")", e);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw refusal(
                    "TLS cannot be spoken with the key in " + keystore + " and the password in " + passwordFile + " ("
                            + e + ")",
                    e);
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    private static X509Certificate certificate(Path file, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (store.getKey(alias, password.toCharArray()) != null && certificate instanceof X509Certificate found) {
                return found;
            }
        }
        throw new GeneralSecurityException("it holds no key with a certificate");
    }

    private static Refusal refusal(String sentence, Exception cause) {
        return new Refusal(Refusal.USAGE, sentence + "; mend it, or leave TLS out.", cause);
    }
}
