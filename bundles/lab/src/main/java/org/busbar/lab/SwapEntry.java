package org.busbar.lab;

import java.util.Map;
import java.util.Objects;
import org.busbar.api.campaign.Campaign;
import org.jspecify.annotations.Nullable;

/** A planned swap as a file has it: {@code {after: 20, to: bayes, settings: {acquisition: logei}}}. */
record SwapEntry(@Nullable Integer after, @Nullable String to, @Nullable Map<String, String> settings) {

    SwapEntry {
        if (after != null && to != null) { // what is missing is told by the campaign, lest it hide a misspelt key
            new Campaign.Swap(after, to, SettingEntries.of("settings", settings));
        }
    }

    boolean isComplete() {
        return after != null && to != null;
    }

    Campaign.Swap swap() {
        return new Campaign.Swap(
                Objects.requireNonNull(after), Objects.requireNonNull(to), SettingEntries.of("settings", settings));
    }
}
