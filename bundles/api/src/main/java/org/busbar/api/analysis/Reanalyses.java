package org.busbar.api.analysis;

import java.util.List;
import org.busbar.api.broker.Result;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Past raw data, analysed again with the analyses that are at hand now. Each time is a run of its own, so both versions
 * are kept with their provenance. Safe for use by many threads; no method waits for an analysis.
 */
@ProviderType
public interface Reanalyses {

    /**
     * Begins to do every analysis of an ended run once more, on the same raw data; what one analysis takes from another is
     * taken from its new version.
     *
     * @param by who wants it
     * @return the id of the run that does it; it is in the journal when this returns
     * @throws IllegalArgumentException if there is no such run, it has not ended, it analysed nothing, or an analysis that
     *     is at hand does not take what was recorded; the message says which
     */
    String begin(String run, String by);

    /**
     * What was found then and what is found now.
     *
     * @param again an id that {@link #begin} returned
     * @throws IllegalArgumentException if there is no such run
     */
    Reanalysis compare(String again);

    /** The ids that {@link #begin} returned for that run, oldest first. */
    List<String> of(String run);

    /**
     * Makes the new numbers count: amends the result of the request that the first run was for. Changes nothing if they
     * count already.
     *
     * @throws IllegalArgumentException if the run was for no request, the analysis has not succeeded, or the result was
     *     deleted
     */
    Result adopt(String again, String by);
}
