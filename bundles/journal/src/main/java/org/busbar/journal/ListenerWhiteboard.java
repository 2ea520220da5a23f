package org.busbar.journal;

import org.busbar.api.event.LabListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Brings listeners and journal together. A component of its own: most listeners need the journal, so a journal that
 * needed its listeners could not come up.
 */
@Component(service = ListenerWhiteboard.class, immediate = true)
public final class ListenerWhiteboard {

    private final SqliteJournal journal;

    @Activate
    public ListenerWhiteboard(@Reference SqliteJournal journal) {
        this.journal = journal;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(LabListener listener) {
        journal.addListener(listener);
    }

    void removeListener(LabListener listener) {
        journal.removeListener(listener);
    }
}
