package org.busbar.api.broker;

import java.util.List;
import org.busbar.api.Values;
import org.osgi.annotation.versioning.ProviderType;

/** Results, which are amended by new versions and never overwritten. Safe for use by many threads. */
@ProviderType
public interface Results {

    /** What became of a result. */
    enum Status {
        ORIGINAL,
        AMENDED,
        /** Kept, marked, and not given unless asked for. */
        DELETED
    }

    /** A result with every version, newest first. */
    record History(Status status, List<Result> versions) {
        public History {
            versions = List.copyOf(versions);
        }

        /** The version that counts. */
        public Result latest() {
            return versions.get(0);
        }
    }

    /**
     * Answers a request; it is in the journal when this returns. The same result again changes nothing.
     *
     * @throws IllegalStateException if the request is not the tenant's, or is at an end
     * @throws IllegalArgumentException if the outputs are not what the tenant offers
     */
    void resolve(Result result);

    /**
     * Takes in what nobody had asked for. The request in it is made up by the caller and becomes UNSOLICITED.
     *
     * @throws IllegalArgumentException if the tenant has no such offer, or the outputs are not what it offers, or there
     *     is a request of that id
     */
    void report(Result result);

    /**
     * Corrects a result by a new version.
     *
     * @throws IllegalArgumentException if there is none, it was deleted, or the outputs are of other names or units
     */
    Result amend(String request, Values outputs, String by, String reason);

    /**
     * Marks a result as deleted; says why.
     *
     * @throws IllegalArgumentException if there is none
     */
    void delete(String request, String by, String reason);

    /**
     * The result of a request with all its versions.
     *
     * @throws IllegalArgumentException if there is none
     */
    History history(String request);
}
