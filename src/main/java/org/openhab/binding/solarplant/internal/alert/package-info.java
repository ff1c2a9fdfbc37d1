/** What users are to be warned of: when it begins, and when it is over. Knows neither vendors nor openHAB. */
package org.openhab.binding.solarplant.internal.alert;
