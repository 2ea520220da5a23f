package org.busbar.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The certificates that a lab trusts: those of makers of plug-ins, or of authorities that certify them. Each file of the
 * folder ({@code *.pem}, {@code *.cer}, {@code *.crt}: X.509, PEM or DER) holds one or more.
 */
final class TrustedCertificates {

    private final Path folder;
    private final BiConsumer<String, String> faults;

    /** @param faults is told the name of a file that cannot be read, and why; an empty reason if nothing is wrong with it */
    TrustedCertificates(Path folder, BiConsumer<String, String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** All of them just now; what cannot be read is told and left out. */
    Set<X509Certificate> all() {
        Set<X509Certificate> all = new HashSet<>();
        for (Path file : files()) {
            String name = folder.getFileName() + "/" + file.getFileName();
            try {
                all.addAll(read(file));
                faults.accept(name, "");
            } catch (IOException | CertificateException e) {
                faults.accept(
                        name,
                        "it is no certificate (X.509, PEM or DER), so nobody is trusted for it: " + e.getMessage());
            }
        }
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(pem|cer|crt)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.accept(folder.getFileName() + "/", "it cannot be read, so nobody is trusted: " + e.getMessage());
            return List.of();
        }
    }

    private static List<X509Certificate> read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<?> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("the file holds none");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        }
    }
}
