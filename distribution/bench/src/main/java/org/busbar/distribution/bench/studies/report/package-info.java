/** What a study is and what it hands over: tables, drawings, records. */
@NullMarked
package org.busbar.distribution.bench.studies.report;

import org.jspecify.annotations.NullMarked;
