package org.busbar.drivers.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {

    @ParameterizedTest
    @CsvSource({
        "int16, FF38, -200",
        "uint16, FF38, 65336",
        "int32, FFFFFF38, -200",
        "uint32, FFFFFFFF, 4294967295",
        "int64, FFFFFFFFFFFFFF38, -200",
        "float32, 41CC0000, 25.5",
        "float64, 4039800000000000, 25.5"
    })
    void numbers_lie_in_registers_highest_byte_first(String type, String hex, double number) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(number, Encoding.of(type).decode(bytes));
        assertArrayEquals(bytes, Encoding.of(type).encode(number));
        assertEquals(bytes.length, 2 * Encoding.of(type).registers());
    }

    @ParameterizedTest
    @CsvSource({
        "int16, 32768",
        "int16, -32769",
        "uint16, -1",
        "uint16, 65536",
        "int32, 2147483648",
        "uint32, -1",
        "float32, 1e39"
    })
    void numbers_without_a_place_are_refused(String type, double number) {
        IllegalArgumentException told = assertThrows(
                IllegalArgumentException.class, () -> Encoding.of(type).encode(number));
        assertTrue(told.getMessage().contains(type), told.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void not_a_number_has_no_place(Encoding encoding) {
        assertThrows(IllegalArgumentException.class, () -> encoding.encode(Double.NaN));
    }

    @Test
    void an_unknown_type_is_told_with_those_there_are() {
        String told = assertThrows(IllegalArgumentException.class, () -> Encoding.of("float16"))
                .getMessage();
        assertTrue(told.contains("float16") && told.contains("int16, uint16"), told);
    }

    @ParameterizedTest
    @CsvSource({"ABCD, 01020304", "CDAB, 03040102", "BADC, 02010403", "DCBA, 04030201"})
    void an_order_names_the_bytes_as_they_are_sent(WordOrder order, String sent) {
        byte[] bytes = HexFormat.of().parseHex(sent);
        assertArrayEquals(HexFormat.of().parseHex("01020304"), order.arrange(bytes));
        assertArrayEquals(bytes, order.arrange(HexFormat.of().parseHex("01020304")));
    }

    @Test
    void an_order_holds_for_four_registers_too() {
        byte[] bytes = HexFormat.of().parseHex("0708050603040102");
        assertArrayEquals(HexFormat.of().parseHex("0102030405060708"), WordOrder.CDAB.arrange(bytes));
    }
}
