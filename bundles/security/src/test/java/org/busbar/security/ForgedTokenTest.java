package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are put together by hand here, as an attacker would. */
class ForgedTokenTest {

    @TempDir
    Path lab;

    private TestKeep test;
    private String token;
    private KeyPair keys;

    @BeforeEach
    void open() {
        test = new TestKeep(lab);
        token = test.token("vera");
        keys = SigningKeys.of(test.folder());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The claims of a right token, changed. */
    private String claims(String from, String to) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return encoded(claims.replace(from, to));
    }

    private static String rsa(String header, String claims, PrivateKey key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        String signed = encoded(header) + "." + claims;
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private static String hmac(String claims, byte[] secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String signed = encoded("{\"alg\":\"HS256\"}") + "." + claims;
        return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private void refused(String forged) {
        assertEquals(Optional.empty(), test.admitted(forged));
    }

    @Test
    void a_token_put_together_rightly_with_the_right_key_is_let_in() throws Exception {
        assertEquals(Optional.of("vera"), test.admitted(rsa("{\"alg\":\"RS256\"}", claims("", ""), keys.getPrivate())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void no_algorithm_is_refused(String algorithm) {
        String unsigned = encoded("{\"alg\":\"" + algorithm + "\"}") + "." + claims("vera", "anna");
        refused(unsigned + ".");
        refused(unsigned);
        refused(unsigned + "." + token.split("\\.")[2]);
    }

    @Test
    void the_public_key_taken_for_a_shared_secret_is_refused() throws Exception {
        byte[] der = keys.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        refused(hmac(claims("vera", "anna"), der));
        refused(hmac(claims("vera", "anna"), pem.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void another_key_is_refused_also_if_the_token_brings_it_along() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair other = generator.generateKeyPair();
        refused(rsa("{\"alg\":\"RS256\"}", claims("", ""), other.getPrivate()));
        java.security.interfaces.RSAPublicKey open = (java.security.interfaces.RSAPublicKey) other.getPublic();
        String jwk = "{\"kty\":\"RSA\",\"n\":\"" + encoded(open.getModulus().toByteArray()) + "\",\"e\":\"AQAB\"}";
        refused(rsa("{\"alg\":\"RS256\",\"jwk\":" + jwk + "}", claims("", ""), other.getPrivate()));
    }

    @Test
    void a_changed_claim_breaks_the_signature() {
        String[] parts = token.split("\\.");
        refused(parts[0] + "." + claims("vera", "anna") + "." + parts[2]);
        refused(parts[0] + "." + claims("\"exp\":1", "\"exp\":9") + "." + parts[2]);
    }

    @Test
    void a_token_that_has_expired_or_lacks_a_claim_is_refused() throws Exception {
        long end = test.keep
                .logins
                .find(token, Secrets.digest(token))
                .orElseThrow()
                .expires()
                .getEpochSecond();
        for (String claims : new String[] {
            claims(String.valueOf(end), "1000000000"),
            claims("\"exp\"", "\"no\""),
            claims("\"jti\"", "\"no\""),
            claims("\"sub\"", "\"no\""),
            claims("\"epoch\"", "\"no\""),
            claims("vera", "nobody"),
            encoded("[]"),
            encoded("not json")
        }) {
            refused(rsa("{\"alg\":\"RS256\"}", claims, keys.getPrivate()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "busbar_",
                "busbar_AAAA",
                "\u0000",
                "Bearer x",
                "eyJhbGciOiJSUzI1NiJ9..",
                "a.b.c.d.e"
            })
    void what_is_no_token_is_refused(String text) {
        refused(text);
        refused(text + "x".repeat(100_000));
    }
}
