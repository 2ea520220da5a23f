package org.busbar.lab;

import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Timestamp;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.busbar.api.lab.Signature;
import org.busbar.api.lab.Signature.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far the signature of a jar can be relied on (certification paths: RFC 5280, without revocation). */
final class SignatureCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);
    private static final List<String> CODE_SIGNING = List.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");

    private final Supplier<Set<X509Certificate>> trusted;
    private final Supplier<Set<X509Certificate>> timekeepers;

    /**
     * @param trusted whose signatures count
     * @param timekeepers whose timestamps do, beside them
     */
    SignatureCheck(Supplier<Set<X509Certificate>> trusted, Supplier<Set<X509Certificate>> timekeepers) {
        this.trusted = trusted;
        this.timekeepers = timekeepers;
    }

    /**
     * Who has signed all of a jar.
     *
     * @param came when this lab saw it first: the certificate must have been valid then, or at the time of a timestamp
     * @throws IllegalArgumentException if its signature is broken; the message names the entry
     */
    Signature of(Path jar, Instant came) {
        Set<CodeSigner> signers = JarSigners.of(jar);
        if (signers.isEmpty()) {
            return Signature.NONE;
        }
        Set<X509Certificate> anchors = trusted.get();
        List<Signature> all =
                signers.stream().map(signer -> of(signer, anchors, came)).toList();
        return all.stream()
                .filter(one -> one.kind() == Kind.TRUSTED)
                .findFirst()
                .orElse(all.get(0));
    }

    private Signature of(CodeSigner signer, Set<X509Certificate> anchors, Instant came) {
        List<X509Certificate> path = path(signer.getSignerCertPath().getCertificates());
        X509Certificate own = path.get(0);
        Instant signed = time(signer.getTimestamp(), anchors, came);
        String name = own.getSubjectX500Principal().getName();
        try {
            own.checkValidity(Date.from(signed));
        } catch (CertificateExpiredException e) {
            return new Signature(
                    Kind.UNKNOWN_SIGNER,
                    name + " (the certificate expired on "
                            + own.getNotAfter().toInstant()
                            + ", and no timestamp that can be relied on says that it was"
                            + " signed before)");
        } catch (CertificateNotYetValidException e) {
            return new Signature(
                    Kind.UNKNOWN_SIGNER,
                    name + " (the certificate is not valid before "
                            + own.getNotBefore().toInstant() + ")");
        }
        boolean isTrusted = anchors.contains(own) || maySign(own) && leads(path, anchors, signed);
        return new Signature(isTrusted ? Kind.TRUSTED : Kind.UNKNOWN_SIGNER, name);
    }

    private static List<X509Certificate> path(List<?> certificates) {
        return certificates.stream().map(X509Certificate.class::cast).toList();
    }

    /** When it was signed, as far as that can be relied on. */
    Instant time(@Nullable Timestamp stamp, Set<X509Certificate> anchors, Instant came) {
        if (stamp == null) {
            return came;
        }
        Set<X509Certificate> known = new HashSet<>(anchors);
        known.addAll(timekeepers.get());
        Instant time = stamp.getTimestamp().toInstant();
        List<X509Certificate> path = path(stamp.getSignerCertPath().getCertificates());
        return known.contains(path.get(0)) || leads(path, known, time) ? time : came;
    }

    /** Whether the certificate is for signing code, or does not say what it is for. */
    private static boolean maySign(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.stream().anyMatch(CODE_SIGNING::contains);
        } catch (CertificateParsingException e) {
            LOG.warn(
                    "The certificate of {} says in no readable way what it is for",
                    certificate.getSubjectX500Principal());
            return false;
        }
    }

    /** Whether each certificate was issued by the next one, up to an anchor. */
    private static boolean leads(List<X509Certificate> path, Set<X509Certificate> anchors, Instant at) {
        List<X509Certificate> below = new ArrayList<>();
        for (X509Certificate certificate : path) {
            if (anchors.contains(certificate)) {
                break;
            }
            below.add(certificate);
        }
        if (anchors.isEmpty() || below.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(
                    anchors.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            LOG.debug("{} is not trusted: {}", below.get(0).getSubjectX500Principal(), e.getMessage());
            return false;
        }
    }
}
