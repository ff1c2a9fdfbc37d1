/**
 * Register maps as data: profiles read from JSON, the variant that fits a detected model, the plan with the fewest
 * reads, and the way from registers to values.
 */
package org.openhab.binding.solarplant.internal.profile;
