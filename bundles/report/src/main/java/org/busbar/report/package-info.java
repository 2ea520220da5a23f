/** What came of a campaign, as an HTML document and as lines of text; computed from the journal. */
@NullMarked
package org.busbar.report;

import org.jspecify.annotations.NullMarked;
