/** The commands of openHAB's console: for those who look for what is wrong. Nothing here sets a device. */
package org.openhab.binding.solarplant.internal.console;
