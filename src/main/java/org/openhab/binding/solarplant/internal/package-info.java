/** The Solar Plant binding: see {@code docs/architecture.md} for how a value finds its way from a socket to a channel. */
package org.openhab.binding.solarplant.internal;
