/** The lab as a folder: its devices, sequences, campaigns and plug-ins come and go as files. */
@NullMarked
package org.busbar.lab;

import org.jspecify.annotations.NullMarked;
