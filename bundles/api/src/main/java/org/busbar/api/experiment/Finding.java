package org.busbar.api.experiment;

/**
 * Something wrong with a sequence or the inputs of a run.
 *
 * @param step the id of the step; empty if it concerns the whole
 * @param field the input or other part of the step; empty if it concerns the whole step
 */
public record Finding(String step, String field, String message) {

    @Override
    public String toString() {
        String place = step.isEmpty() ? "" : "step " + step;
        String part = field.isEmpty() ? place : place.isEmpty() ? field : place + ", " + field;
        return part.isEmpty() ? message : part + ": " + message;
    }
}
