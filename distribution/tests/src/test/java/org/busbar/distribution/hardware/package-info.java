/** Simulated instruments in a process of their own, which goes on whatever becomes of the server. */
package org.busbar.distribution.hardware;
