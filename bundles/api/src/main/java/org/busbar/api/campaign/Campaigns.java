package org.busbar.api.campaign;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The closed loops of this lab. Safe for use by many threads; no method waits for a trial. */
@ProviderType
public interface Campaigns {

    /**
     * Begins a campaign; it is in the journal when this returns.
     *
     * @return its id
     * @throws IllegalArgumentException if it cannot be run; the message names what is wrong
     */
    String begin(Campaign campaign);

    /**
     * Has another optimizer asked from the next suggestion on; open trials keep their ids.
     *
     * @param by who wants it
     * @throws IllegalArgumentException if there is no such campaign or no such optimizer, or the campaign has ended
     */
    void swap(String id, String optimizer, String by);

    /**
     * Suggests nothing more and ends when the open trials have. Has no effect on a campaign that has ended.
     *
     * @throws IllegalArgumentException if there is no such campaign
     */
    void stop(String id, String by);

    /**
     * How far a campaign has come, also one that has ended.
     *
     * @throws IllegalArgumentException if there is no such campaign
     */
    Standing standing(String id);

    /** Ids of all campaigns, oldest first. */
    List<String> ids();
}
