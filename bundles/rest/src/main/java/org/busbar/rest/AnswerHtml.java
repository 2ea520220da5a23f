package org.busbar.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Pages for people, complete in themselves: no script, nothing from elsewhere. */
final class AnswerHtml {

    private static final String STYLE =
            """
            :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--card:#f6f8fa;--line:#8c959f;--act:#0550ae;--on:#fff;--bad:#b00020}
            @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--card:#161b22;--line:#6e7681;--act:#79b8ff;--on:#0d1117;--bad:#ff8f8f}}
            *{box-sizing:border-box}
            body{margin:0 auto;padding:1rem;max-width:42rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
            h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem;overflow-wrap:anywhere}
            h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
            a{color:var(--act)}
            dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1rem;margin:0;padding:.8rem 1rem;background:var(--card);border-radius:.5rem}
            dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
            .field{margin:1.1rem 0}
            label,legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}
            .hint{color:var(--soft);font-size:.9rem;margin:.25rem 0 0}
            .fault{color:var(--bad);font-weight:600;margin:.25rem 0 0}
            .row{display:flex;gap:.5rem;align-items:center;flex-wrap:wrap}
            .row input{flex:1 1 8rem}
            .row .unit{flex:none}
            input,select,textarea{width:100%;min-width:0;min-height:2.75rem;padding:.5rem .6rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.4rem}
            textarea{min-height:6rem}
            [aria-invalid=true]{border:2px solid var(--bad)}
            button{min-height:2.75rem;padding:.5rem 1.2rem;font:inherit;font-weight:600;border:1px solid var(--act);border-radius:.4rem;color:var(--on);background:var(--act);cursor:pointer}
            button.quiet{color:var(--act);background:transparent}
            .said{border-left:.3rem solid var(--bad);padding:.5rem .8rem;background:var(--card)}
            ul.list{list-style:none;margin:0;padding:0}
            ul.list li{margin:.6rem 0;padding:.7rem 1rem;background:var(--card);border-radius:.5rem}
            ul.list a{font-weight:600;font-size:1.05rem}
            :focus-visible{outline:3px solid var(--act);outline-offset:2px}
            """;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'sha256-" + hash(STYLE)
                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin"); // with none at all, browsers would hide from the server that its own page sends the form

    private AnswerHtml() {}

    /** A whole page; {@code body} is HTML already, the title is not. */
    static Response.Document page(int status, String title, String body) {
        String text =
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>%s</style></head>
                <body><nav><a href="/answer">All that you may answer</a></nav><main><h1>%s</h1>
                %s</main></body></html>
                """
                        .formatted(escaped(title), STYLE, escaped(title), body);
        return new Response.Document(status, "text/html", text, HEADERS);
    }

    /** Text that means itself, within elements and attributes in double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
