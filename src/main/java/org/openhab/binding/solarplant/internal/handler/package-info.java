/** Where the plant meets openHAB: things, their statuses and their channels. */
package org.openhab.binding.solarplant.internal.handler;
