/** Wires to devices: one request in flight at a time, a time limit on everything, and failures that say what happened. */
package org.openhab.binding.solarplant.internal.transport;
