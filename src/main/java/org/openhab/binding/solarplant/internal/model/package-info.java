/**
 * The plant in the field's own terms: devices, readings, snapshot, totals and the checks a reading must pass.
 * Knows neither vendors nor openHAB.
 */
package org.openhab.binding.solarplant.internal.model;
