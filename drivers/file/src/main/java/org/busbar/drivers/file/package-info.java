/** Instruments that read and write files in a folder; see the README of the plug-in. */
@NullMarked
package org.busbar.drivers.file;

import org.jspecify.annotations.NullMarked;
