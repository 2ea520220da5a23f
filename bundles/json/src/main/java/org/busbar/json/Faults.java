package org.busbar.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a document in one sentence with line, column and path. */
public final class Faults {

    private Faults() {}

    /** The fault as a sentence for people, without the names of classes. */
    public static String of(JacksonException fault) {
        StringBuilder text = new StringBuilder();
        if (fault.getLocation() != null && fault.getLocation().getLineNr() > 0) {
            text.append("line ").append(fault.getLocation().getLineNr());
            text.append(", column ").append(fault.getLocation().getColumnNr()).append(": ");
        }
        if (fault instanceof DatabindException && !fault.getPath().isEmpty()) {
            text.append(path(fault)).append(": ");
        }
        return text.append(reason(fault)).toString();
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : fault.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    /** The reason alone, without place and path. */
    public static String reason(JacksonException fault) {
        if (fault.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
            return cause.getMessage();
        }
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "there is no '" + unknown.getPropertyName() + "', only " + unknown.getKnownPropertyIds();
        }
        String said = fault.getOriginalMessage();
        return said.replaceAll(
                        "\\s*\\((?:class|for|through|although|start marker|known|token|bound|`JsonToken)[^)]*\\)", "")
                .replaceAll("`?(?:org\\.busbar|java\\.lang|java\\.util|tools\\.jackson)[\\w.$]*\\.([\\w$]+)`?", "$1");
    }
}
