package org.busbar.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.busbar.api.Series;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgPictureTest {

    @Test
    void every_chart_is_well_formed_and_without_numbers_that_are_none() throws Exception {
        for (Chart chart : Examples.all()) {
            String svg = SvgPicture.of(chart);
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertEquals("svg", document.getDocumentElement().getTagName());
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), chart.name());
            assertFalse(svg.contains("<script") || svg.contains("href"), chart.name());
        }
    }

    @Test
    void the_same_chart_gives_the_same_characters() {
        for (Chart chart : Examples.all()) {
            assertEquals(SvgPicture.of(chart), SvgPicture.of(chart));
        }
    }

    @Test
    void marks_on_one_spot_are_drawn_once() {
        Series many = Series.of("V", new double[10_000]);
        Chart chart = new Chart(
                "many",
                "Many",
                Axis.linear("x", "V"),
                Axis.linear("y", "V"),
                new Layer.Points("", many, many, Layer.Mark.CIRCLE));
        assertTrue(SvgPicture.of(chart).length() < 10_000);
    }

    @Test
    void texts_are_escaped() {
        assertTrue(SvgPicture.of(Examples.nyquist()).contains("&amp; &lt;residuals&gt;"));
    }

    @Test
    void axes_are_titled_with_unit_and_power_of_ten() {
        String svg = SvgPicture.of(Examples.lines());
        assertTrue(svg.contains(">potential / V<"), svg);
        assertTrue(svg.contains(">current / 10⁻⁶ A<"), svg);
    }

    @Test
    void a_gap_interrupts_a_line() {
        String gaps = SvgPicture.of(Examples.strange().stream()
                .filter(chart -> chart.name().equals("gaps"))
                .findFirst()
                .orElseThrow());
        String path = gaps.lines()
                .filter(line -> line.contains("stroke-width=\"1.6\""))
                .findFirst()
                .orElseThrow();
        assertEquals(3, path.chars().filter(c -> c == 'M').count(), path);
    }

    @Test
    void lines_that_ask_for_the_same_stroke_get_different_ones() {
        String svg = SvgPicture.of(Examples.lines());
        assertTrue(svg.contains("stroke-dasharray=\"none\"") && svg.contains("stroke-dasharray=\"14 3\""), svg);
    }

    @Test
    void units_are_equally_long_on_equal_scales() {
        Frame frame = Layout.of(Examples.nyquist()).frame();
        assertEquals(frame.x(20) - frame.x(10), frame.y(10) - frame.y(20), 1e-9);
    }
}
