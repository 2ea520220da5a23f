package org.busbar.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * Keys and certificates of makers of plug-ins, made with {@code keytool} for these tests only: {@code maker} and
 * {@code stranger} certify themselves, as {@code expired} did for the year 2023; {@code by-authority} is the
 * stranger's certificate by {@code authority}, {@code by-impostor} that by one who has the authority's name.
 */
final class Makers {

    private static final char[] SECRET = "changeit".toCharArray();

    private final Path folder;
    private final KeyStore keys;

    Makers(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Makers.class.getResourceAsStream("makers.p12")) {
            keys.load(in, SECRET);
        }
    }

    X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) keys.getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate that {@code issuer} gave the stranger, before that of the issuer. */
    CertPath issued(String issuer) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(certificate("by-" + issuer), certificate(issuer)));
    }

    /** The certificate as a file of a lab. */
    void trust(String alias, Path lab) throws Exception {
        Path trusted = Files.createDirectories(lab.resolve("trusted"));
        Files.writeString(
                trusted.resolve(alias + ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(certificate(alias).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /** The jar, signed by one who certifies itself. */
    Path sign(Path jar, String alias) throws Exception {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate(alias)));
        return sign(jar, alias, path);
    }

    /** The jar, signed with a certificate that {@code issuer} gave. */
    Path signIssued(Path jar, String issuer) throws Exception {
        return sign(jar, "stranger", issued(issuer));
    }

    private Path sign(Path jar, String alias, CertPath path) throws Exception {
        PrivateKey key = (PrivateKey) keys.getKey(alias, SECRET);
        Path signed = Files.createTempFile(folder, "signed", ".jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key, path)
                    .signerName(alias.toUpperCase(Locale.ROOT))
                    .build()
                    .sign(in, out);
        }
        return signed;
    }

    /** A copy of the jar, in which entries are other ones, new ones, or (empty) missing. */
    Path changed(Path jar, Map<String, String> entries) {
        try {
            Path copy = Files.createTempFile(folder, "changed", ".jar");
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            try (var zip = FileSystems.newFileSystem(copy)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    Path inside = zip.getPath(entry.getKey());
                    if (entry.getValue().isEmpty()) {
                        Files.delete(inside);
                    } else {
                        Files.writeString(inside, entry.getValue());
                    }
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<X509Certificate> certificates(String... aliases) {
        return Arrays.stream(aliases).map(this::certificate).collect(Collectors.toSet());
    }
}
