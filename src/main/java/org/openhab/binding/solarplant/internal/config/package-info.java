/** What users configure, as openHAB hands it over. Field names are the parameters' names; values are their defaults. */
package org.openhab.binding.solarplant.internal.config;
