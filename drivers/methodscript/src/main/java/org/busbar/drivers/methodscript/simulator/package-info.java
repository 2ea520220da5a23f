/** A potentiostat with MethodSCRIPT in software, and the electrochemical cell on it. */
@NullMarked
package org.busbar.drivers.methodscript.simulator;

import org.jspecify.annotations.NullMarked;
