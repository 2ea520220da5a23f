/** HELAO's orchestrator contract over HTTP: its experiments run as sequences of this lab. */
@NullMarked
package org.busbar.helao;

import org.jspecify.annotations.NullMarked;
