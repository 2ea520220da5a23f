/** Contract tests for plug-in authors: implement one interface in a test class and run it with JUnit 5. */
@NullMarked
package org.busbar.testkit;

import org.jspecify.annotations.NullMarked;
