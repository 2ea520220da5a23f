package org.busbar.security;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Gives logins as JWT (RFC 7519), signed by RS256 and nothing else, and reads them back. What a token itself says of its
 * algorithm or key counts for nothing. Safe for use by many threads.
 */
final class Jwts {

    private static final String ALGORITHM = AlgorithmIdentifiers.RSA_USING_SHA256;
    private static final AlgorithmConstraints ONLY = new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM);
    private static final String EPOCH = "epoch";

    private final KeyPair keys;
    private final Clock clock;

    Jwts(KeyPair keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new login of a user. */
    Login login(Account account, Duration lifetime) {
        Instant end = clock.instant().plus(lifetime);
        return new Login(
                Login.PREFIX + Secrets.text(16),
                account.name(),
                account.epoch(),
                Instant.ofEpochSecond(end.getEpochSecond()));
    }

    /** The token of a login. */
    String write(Login login) {
        JwtClaims claims = new JwtClaims();
        claims.setJwtId(login.id());
        claims.setSubject(login.user());
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(login.expires().getEpochSecond()));
        claims.setStringClaim(EPOCH, login.epoch());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(ALGORITHM);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A login could not be signed", e);
        }
    }

    /** The login of a token; empty if this server did not sign it. It may have expired. */
    Optional<Login> read(String token) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(ONLY);
        signature.setKey(keys.getPublic());
        try {
            signature.setCompactSerialization(token);
            return signature.verifySignature() ? Optional.of(login(signature.getPayload())) : Optional.empty();
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            return Optional.empty(); // not one of ours, and why is nobody's business
        }
    }

    private static Login login(String payload) throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = JwtClaims.parse(payload);
        if (claims.getJwtId() == null
                || claims.getSubject() == null
                || claims.getExpirationTime() == null
                || claims.getStringClaimValue(EPOCH) == null) {
            throw new MalformedClaimException("a claim is missing");
        }
        return new Login(
                claims.getJwtId(),
                claims.getSubject(),
                claims.getStringClaimValue(EPOCH),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}
