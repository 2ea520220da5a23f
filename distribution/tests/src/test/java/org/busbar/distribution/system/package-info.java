/** Whole-system tests: the packaged server as a process, over HTTP, as a user meets it. */
package org.busbar.distribution.system;
