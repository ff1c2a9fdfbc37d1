/** GivEnergy's own dialect of Modbus over TCP, as its data adapters ("dongles") speak it: framing, matching, pacing. */
package org.openhab.binding.solarplant.internal.transport.givenergy;
