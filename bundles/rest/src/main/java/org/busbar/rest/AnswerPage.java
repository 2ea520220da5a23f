package org.busbar.rest;

import static org.busbar.rest.AnswerHtml.escaped;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;

/** Writes what is asked of a person, and the form that takes the answer. */
final class AnswerPage {

    private AnswerPage() {}

    /**
     * Something to answer.
     *
     * @param tenant as whom
     * @param offer by which
     */
    record Task(Ticket ticket, String tenant, Offer offer) {

        Request request() {
            return ticket.request();
        }

        boolean isClaimed() {
            return ticket.state() != Request.State.PENDING;
        }

        List<AnswerField> fields() {
            var outputs = offer.capability().outputs();
            return java.util.stream.IntStream.range(0, outputs.size())
                    .mapToObj(i -> new AnswerField(i, outputs.get(i)))
                    .toList();
        }
    }

    /** Everything that may be answered. */
    static Response.Document list(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return AnswerHtml.page(200, "Nothing to answer", "<p>Nobody asks you for anything just now.</p>");
        }
        StringBuilder html = new StringBuilder("<ul class=\"list\">");
        for (Task task : tasks) {
            html.append("<li><a href=\"")
                    .append(path(task))
                    .append("\">")
                    .append(title(task))
                    .append("</a><br>");
            html.append(escaped(inputs(task)))
                    .append("<br><span class=\"hint\">")
                    .append(asked(task));
            html.append(task.isClaimed() ? "; <strong>you have it</strong>" : "")
                    .append("</span></li>");
        }
        return AnswerHtml.page(200, "What you may answer", html.append("</ul>").toString());
    }

    private static String path(Task task) {
        return "/answer/" + escaped(task.request().id()) + "?tenant=" + escaped(task.tenant());
    }

    private static String title(Task task) {
        return escaped(task.request().quantity() + " by " + task.offer().method());
    }

    private static String inputs(Task task) {
        return task.request().inputs(task.offer().method()).byName().entrySet().stream()
                .map(input -> input.getKey() + " = " + input.getValue())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private static String asked(Task task) {
        return "asked by " + escaped(task.request().askedBy()) + ", "
                + time(task.ticket().requested());
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace("T", " ")
                .replace(":00Z", "Z")
                .replace("Z", " UTC");
    }

    /**
     * The form.
     *
     * @param typed what was typed into it before, by the names of the fields
     * @param faults what is wrong with that, by the names of the fields; of the whole under the empty name
     */
    static Response.Document form(int status, Task task, Map<String, String> typed, Map<String, String> faults) {
        StringBuilder html = new StringBuilder(about(task));
        if (!faults.isEmpty()) {
            String said = faults.getOrDefault("", "Something is not right yet; see below. Nothing was lost.");
            html.append("<p class=\"said\" role=\"alert\">")
                    .append(escaped(said))
                    .append("</p>");
        }
        html.append("<h2>Your answer</h2>");
        boolean isTypable = task.fields().stream().allMatch(AnswerField::isTypable);
        html.append(
                isTypable
                        ? fields(task, typed, faults)
                        : "<p>A file belongs to the answer, which this page cannot take."
                                + " It is for a program: POST /api/v1/requests/"
                                + escaped(task.request().id()) + "/result</p>");
        return AnswerHtml.page(
                status, task.request().quantity() + " by " + task.offer().method(), html.toString());
    }

    private static String about(Task task) {
        Request request = task.request();
        StringBuilder html = new StringBuilder("<dl>");
        request.inputs(task.offer().method()).byName().forEach((name, value) -> row(html, name, value.toString()));
        row(html, "asked by", request.askedBy());
        row(html, "asked", time(task.ticket().requested()));
        request.wish().deadline().ifPresent(deadline -> row(html, "needed by", time(deadline)));
        if (!request.wish().parent().isEmpty()) {
            row(html, "for the sake of", "request " + request.wish().parent());
        }
        row(html, "you answer as", task.tenant());
        row(html, "who has it", task.isClaimed() ? "you" : "nobody yet");
        return html.append("</dl>").toString();
    }

    private static void row(StringBuilder html, String name, String value) {
        html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static String fields(Task task, Map<String, String> typed, Map<String, String> faults) {
        StringBuilder html = new StringBuilder("<form method=\"post\" action=\"/answer/");
        html.append(escaped(task.request().id())).append("\">");
        html.append("<input type=\"hidden\" name=\"tenant\" value=\"")
                .append(escaped(task.tenant()))
                .append("\">");
        for (AnswerField field : task.fields()) {
            html.append(AnswerInput.html(field, typed, faults.get(field.key())));
        }
        html.append("<div class=\"row\"><button name=\"do\" value=\"answer\">Send the answer</button>");
        String other =
                task.isClaimed() ? "release\" formnovalidate>Give it back" : "claim\" formnovalidate>I will do it";
        return html.append("<button class=\"quiet\" name=\"do\" value=\"")
                .append(other)
                .append("</button></div></form>")
                .toString();
    }

    /** Says that it is answered. */
    static Response.Document thanks(Ticket ticket) {
        return AnswerHtml.page(
                200,
                "Thank you",
                "<p>Your answer for " + escaped(ticket.request().quantity())
                        + " is taken down as the result of request "
                        + escaped(ticket.request().id()) + ". Who asked can see it now.</p>");
    }

    /** Says that it cannot be answered, and who has it. */
    static Response.Document taken(Ticket ticket) {
        String where = ticket.state().name().toLowerCase(Locale.ROOT)
                + (ticket.tenant().isEmpty() ? "" : " by " + ticket.tenant());
        String why = ticket.reason().isEmpty() ? "" : ": " + ticket.reason();
        return AnswerHtml.page(
                409,
                "Not to be answered by you",
                "<p>Request " + escaped(ticket.request().id()) + " ("
                        + escaped(ticket.request().quantity()) + ") is " + escaped(where + why) + ".</p>");
    }

    /** Says that something is not possible. */
    static Response.Document refused(Problem problem) {
        return AnswerHtml.page(problem.kind().status, problem.kind().title, "<p>" + escaped(problem.detail()) + "</p>");
    }
}
