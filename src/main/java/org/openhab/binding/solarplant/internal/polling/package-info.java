/** Who is polled when, and how much is asked: fair turns, two cadences, backoff. Knows neither vendors nor openHAB. */
package org.openhab.binding.solarplant.internal.polling;
