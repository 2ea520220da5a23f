package org.busbar.rest;

import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Results;
import org.busbar.api.broker.Ticket;

/**
 * Everything from a request to the raw data behind its answer.
 *
 * @param parents for whose sake it was made, the nearest first
 * @param children the requests made for its sake, oldest first, each with all that was done for it; of more than a
 *     thousand in all, the first
 * @param status what became of the result; empty if there is none
 * @param versions the result, newest version first, with every step on the way
 * @param runs what this lab did for it
 * @param files the files that came of it
 */
record TraceView(
        Ticket request,
        List<Ticket> parents,
        List<TraceView> children,
        Optional<Results.Status> status,
        List<Result> versions,
        List<RunView> runs,
        List<File> files) {

    /**
     * A file.
     *
     * @param of where it stands, such as {@code run-7/measure.image}
     * @param href where this server has its bytes; whether it has them depends on who made them
     */
    record File(String of, String mediaType, String sha256, String href) {}
}
