package org.busbar.rest;

import static org.busbar.rest.AnswerHtml.escaped;

import java.util.Map;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.jspecify.annotations.Nullable;

/** Writes a field of a form as HTML, with what was typed and what is wrong with it. */
final class AnswerInput {

    private final AnswerField field;
    private final Map<String, String> typed;
    private final @Nullable String fault;

    private AnswerInput(AnswerField field, Map<String, String> typed, @Nullable String fault) {
        this.field = field;
        this.typed = typed;
        this.fault = fault;
    }

    static String html(AnswerField field, Map<String, String> typed, @Nullable String fault) {
        return new AnswerInput(field, typed, fault).html();
    }

    private String html() {
        String key = field.key();
        StringBuilder html = new StringBuilder("<div class=\"field\"><label for=\"").append(key);
        html.append("\">")
                .append(escaped(field.parameter().name()))
                .append(unit())
                .append("</label>");
        html.append(input());
        html.append("<p class=\"hint\" id=\"")
                .append(key)
                .append("-hint\">")
                .append(escaped(hint()))
                .append("</p>");
        if (fault != null) {
            html.append("<p class=\"fault\" id=\"")
                    .append(key)
                    .append("-fault\">")
                    .append(escaped(fault))
                    .append("</p>");
        }
        return html.append("</div>\n").toString();
    }

    private String unit() {
        String ucum = "";
        if (field.parameter() instanceof Parameter.Real real) {
            ucum = real.unit().ucum();
        } else if (field.parameter() instanceof Parameter.Curve curve) {
            ucum = curve.unit().ucum();
        }
        return ucum.isEmpty() || ucum.equals("1") ? "" : " in " + escaped(ucum);
    }

    private String hint() {
        if (field.parameter() instanceof Parameter.Real real) {
            return range(real.min(), real.max(), real.step());
        }
        if (field.parameter() instanceof Parameter.Whole whole) {
            boolean isOpen = whole.min() == Long.MIN_VALUE && whole.max() == Long.MAX_VALUE;
            return isOpen ? "A whole number" : "A whole number " + limits(whole);
        }
        if (field.parameter() instanceof Parameter.Note note) {
            return "Up to " + note.longest() + " characters; may stay empty";
        }
        if (field.parameter() instanceof Parameter.Curve) {
            return "Numbers in order, with commas between them";
        }
        return field.parameter() instanceof Parameter.Specimen ? "The name of the sample" : "One of the list";
    }

    private static String limits(Parameter.Whole whole) {
        if (whole.min() == Long.MIN_VALUE) {
            return "up to " + whole.max();
        }
        return "from " + whole.min() + (whole.max() == Long.MAX_VALUE ? " on" : " to " + whole.max());
    }

    private static String range(double min, double max, double step) {
        String by = step > 0 ? " in steps of " + plain(step) : "";
        if (Double.isFinite(min)) {
            return "A number from " + plain(min) + (Double.isFinite(max) ? " to " + plain(max) : " on") + by;
        }
        return "A number" + (Double.isFinite(max) ? " up to " + plain(max) : "") + by;
    }

    private static String plain(double number) {
        return Quantity.of(number, "1").toString();
    }

    private String input() {
        if (field.parameter() instanceof Parameter.Choice choice) {
            return select(choice);
        }
        if (field.parameter() instanceof Parameter.Note note) {
            return textarea(" maxlength=\"" + note.longest() + "\"");
        }
        if (field.parameter() instanceof Parameter.Curve) {
            return textarea(" inputmode=\"decimal\" required");
        }
        if (field.parameter() instanceof Parameter.Specimen) {
            return "<input type=\"text\" required" + common(field.key()) + ">";
        }
        return "<div class=\"row\">" + number() + uncertainty() + "</div>";
    }

    private String number() {
        StringBuilder html = new StringBuilder("<input type=\"number\" inputmode=\"decimal\" required");
        if (field.parameter() instanceof Parameter.Real real) {
            limit(html, "min", real.min());
            limit(html, "max", real.max());
            html.append(" step=\"")
                    .append(real.step() > 0 ? plain(real.step()) : "any")
                    .append('"');
        } else if (field.parameter() instanceof Parameter.Whole whole) {
            limit(html, "min", whole.min() == Long.MIN_VALUE ? Double.NaN : whole.min());
            limit(html, "max", whole.max() == Long.MAX_VALUE ? Double.NaN : whole.max());
            html.append(" step=\"1\"");
        }
        return html.append(common(field.key())).append('>').toString();
    }

    private static void limit(StringBuilder html, String name, double limit) {
        if (Double.isFinite(limit)) {
            html.append(' ').append(name).append("=\"").append(plain(limit)).append('"');
        }
    }

    private String uncertainty() {
        if (!field.hasUncertainty()) {
            return "";
        }
        return "<span aria-hidden=\"true\">±</span><input type=\"number\" inputmode=\"decimal\" min=\"0\" step=\"any\""
                + " placeholder=\"uncertainty, if known\" aria-label=\"Standard uncertainty of "
                + escaped(field.parameter().name()) + ", if known\" name=\"" + field.uncertaintyKey() + "\" value=\""
                + escaped(typed.getOrDefault(field.uncertaintyKey(), "")) + "\">";
    }

    private String textarea(String more) {
        String text = escaped(typed.getOrDefault(field.key(), ""));
        return "<textarea" + named(field.key()) + more + ">\n" + text + "</textarea>";
    }

    private String select(Parameter.Choice choice) {
        StringBuilder html = new StringBuilder("<select required").append(named(field.key()));
        html.append("><option value=\"\">Choose …</option>");
        for (String option : choice.options()) {
            boolean isChosen = option.equals(typed.get(field.key()));
            html.append("<option").append(isChosen ? " selected" : "").append('>');
            html.append(escaped(option)).append("</option>");
        }
        return html.append("</select>").toString();
    }

    private String common(String key) {
        return named(key) + " value=\"" + escaped(typed.getOrDefault(key, "")) + "\"";
    }

    private String named(String key) {
        String described = key + "-hint" + (fault == null ? "" : " " + key + "-fault");
        return " id=\"" + key + "\" name=\"" + key + "\" aria-describedby=\"" + described + "\""
                + (fault == null ? "" : " aria-invalid=\"true\"");
    }
}
