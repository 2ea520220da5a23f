package org.busbar.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void a_request_by_tcp_is_numbered_and_says_how_long_it_is() {
        Wire wire = new TcpWire(17);
        assertArrayEquals(bytes("00010000000611" + "03006B0003"), wire.wrap(bytes("03006B0003")));
        assertArrayEquals(bytes("00020000000611" + "03006B0003"), wire.wrap(bytes("03006B0003")));
    }

    @Test
    void a_request_by_rtu_ends_with_its_checksum() {
        Wire wire = new RtuWire(17);
        byte[] frame = wire.framing().frame(wire.wrap(bytes("03006B0003")));
        assertArrayEquals(bytes("1103006B00037687"), frame);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110306AE415652434049AD", "11050017FF003EAE", "1110000100021298", "118302C134"})
    void a_reply_by_rtu_is_whole_with_its_last_byte_only(String hex) throws LinkException {
        byte[] frame = bytes(hex);
        Framing framing = RtuFraming.replies();
        for (int count = 0; count < frame.length; count++) {
            assertEquals(0, framing.length(frame, count), "whole after " + count + " bytes");
        }
        assertEquals(frame.length, framing.length(frame, frame.length));
        assertArrayEquals(Arrays.copyOf(frame, frame.length - 2), framing.message(frame));
    }

    @Test
    void a_flipped_bit_by_rtu_is_noticed() {
        byte[] frame = bytes("110306AE415652434049AD");
        frame[4] ^= 8;
        assertEquals(
                LinkException.Kind.GARBLED,
                garbled(() -> RtuFraming.replies().message(frame)).kind());
    }

    @Test
    void a_reply_to_another_function_is_no_frame() {
        assertTrue(garbled(() -> RtuFraming.replies().length(bytes("1142"), 2))
                .getMessage()
                .contains("66"));
    }

    @ParameterizedTest
    @CsvSource({"000100010003110302, protocol 1", "0001000000011103, length of 1", "485454502F312E3120, protocol 21584"
    })
    void what_is_not_modbus_by_tcp_is_no_frame(String hex, String why) {
        byte[] frame = bytes(hex);
        String told =
                garbled(() -> new MbapFraming().length(frame, frame.length)).getMessage();
        assertTrue(told.contains(why), told);
    }

    @Test
    void a_reply_to_another_request_is_refused() throws LinkException {
        Wire wire = new TcpWire(1);
        byte[] asked = wire.wrap(bytes("0300000001"));
        byte[] again = wire.wrap(bytes("0300000001"));
        byte[] late = bytes("000100000005" + "01" + "03020007");
        assertArrayEquals(bytes("03020007"), wire.unwrap(asked, late));
        assertTrue(garbled(() -> wire.unwrap(again, late)).getMessage().contains("request 1"));
    }

    @Test
    void a_reply_of_another_unit_is_refused() {
        Wire wire = new RtuWire(1);
        byte[] asked = wire.wrap(bytes("0300000001"));
        assertTrue(garbled(() -> wire.unwrap(asked, bytes("0203020007")))
                .getMessage()
                .contains("Unit 2"));
    }

    private interface Attempt {
        Object make() throws LinkException;
    }

    private static LinkException garbled(Attempt attempt) {
        LinkException told = assertThrows(LinkException.class, attempt::make);
        assertEquals(LinkException.Kind.GARBLED, told.kind());
        return told;
    }
}
