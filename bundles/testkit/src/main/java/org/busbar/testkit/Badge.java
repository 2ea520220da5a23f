package org.busbar.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a contract test has shown, for catalogues: one flat JSON object. What is signed are the bytes of that object
 * without its last two members, {@code certificate} and {@code signature}, in UTF-8.
 */
final class Badge {

    private Badge() {}

    static String of(Verdicts verdicts) throws IOException {
        Map<String, String> members = members(verdicts);
        String plain = json(members);
        String key = System.getProperty("busbar.key", "");
        if (key.isEmpty()) {
            members.put("signature", text("unsigned"));
        } else {
            byte[] store = Files.readAllBytes(Path.of(key));
            Seal seal = Seal.of(store, System.getProperty("busbar.key.password", ""));
            members.put("certificate", text(base64(seal.certificate())));
            members.put("signature", text(base64(seal.sign(plain.getBytes(StandardCharsets.UTF_8)))));
        }
        return json(members) + "\n";
    }

    private static Map<String, String> members(Verdicts verdicts) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("driver", text(verdicts.driver()));
        members.put("version", text(Source.version()));
        members.put("kit", text(Conformance.KIT));
        members.put("date", text(LocalDate.now().toString()));
        members.put("conforms", String.valueOf(verdicts.conforms()));
        members.put("swaps", String.valueOf(Endings.swaps()));
        members.put("untried", untried(verdicts));
        members.put("verified", text(verified(verdicts)));
        return members;
    }

    /** The numbers of the assertions of which nothing was tried. */
    private static String untried(Verdicts verdicts) {
        return verdicts.byAssertion().entrySet().stream()
                .filter(entry -> isUntried(entry.getValue()))
                .map(entry -> String.valueOf(entry.getKey()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isUntried(List<Verdicts.Verdict> verdicts) {
        return verdicts.stream().allMatch(verdict -> verdict.ending() == Verdicts.Ending.SKIPPED);
    }

    private static String verified(Verdicts verdicts) {
        String by = System.getProperty("busbar.by", "");
        boolean known = !verdicts.link().isEmpty() && !verdicts.hardware().isEmpty() && !by.isEmpty();
        return known && verdicts.conforms()
                ? verdicts.hardware() + ", " + LocalDate.now() + ", by " + by
                : "unverified";
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + escaped.replaceAll("[\\x00-\\x1f]", " ") + "\"";
    }
}
