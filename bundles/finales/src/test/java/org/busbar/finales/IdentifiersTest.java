package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final UUID R = UUID.fromString("0f0e4a52-31c5-4bd1-8a35-6a8e5f0f2a01");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f0e4a52-31c5-4bd1-8a35-6a8e5f0f2a01",
                "0f0e4a5231c54bd18a356a8e5f0f2a01",
                "0F0E4A52-31C5-4BD1-8A35-6A8E5F0F2A01",
                "urn:uuid:0f0e4a52-31c5-4bd1-8a35-6a8e5f0f2a01",
                "{0f0e4a52-31c5-4bd1-8a35-6a8e5f0f2a01}"
            })
    void every_form_is_the_same_identifier(String form) {
        assertEquals(Optional.of(R), Identifiers.parse(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-a-uuid", "0f0e4a52", "0f0e4a52-31c5-4bd1-8a35-6a8e5f0f2a0g", "{}"})
    void anything_else_is_malformed(String text) {
        assertEquals(Optional.empty(), Identifiers.parse(text));
        assertEquals(
                400,
                assertThrows(Refused.class, () -> Identifiers.require(text)).status());
    }

    @Test
    void a_result_and_its_request_follow_from_each_other() {
        UUID result = Identifiers.counterpart(R);
        assertNotEquals(R, result);
        assertEquals(R, Identifiers.counterpart(result));
        assertEquals(R.version(), result.version());
        assertEquals(R.variant(), result.variant());
    }

    @Test
    void a_name_always_gives_the_same_identifier() {
        UUID one = Identifiers.named("tenant", "cell-1");
        assertEquals(one, Identifiers.named("tenant", "cell-1"));
        assertNotEquals(one, Identifiers.named("tenant", "cell-2"));
        assertNotEquals(one, Identifiers.named("user", "cell-1"));
        assertEquals(5, one.version());
        assertEquals(2, one.variant());
        assertTrue(Identifiers.isNamed(one));
        assertFalse(Identifiers.isNamed(R));
    }

    @Test
    void requests_of_campaigns_have_identifiers_made_of_their_ids() {
        UUID uuid = RequestIds.uuid("campaign:x/3");
        assertEquals(5, uuid.version());
        assertEquals(R, RequestIds.uuid(R.toString()));
        assertEquals(R, RequestIds.uuid(RequestIds.again(R.toString())));
        assertEquals(R + "#again-3", RequestIds.again(RequestIds.again(R.toString())));
        assertEquals(uuid, RequestIds.uuid(RequestIds.again("campaign:x/3")));
    }
}
