package org.busbar.api.lab;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the lab's folder holds just now. Every answer is a snapshot; files may change at any time. */
@ProviderType
public interface Lab {

    /** The name of the lab: that of its folder. */
    String name();

    /** Every sequence that could be read, by name. */
    List<Procedure> procedures();

    /** Every campaign that could be read, by name. */
    List<Plan> plans();

    /** Every plug-in bundle, shipped or dropped, by symbolic name. */
    List<Plugin> plugins();

    /** Every file that could not be used as it is, with the reason; empty in a healthy lab. */
    List<Fault> faults();
}
