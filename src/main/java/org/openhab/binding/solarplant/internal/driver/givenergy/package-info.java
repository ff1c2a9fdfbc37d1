/**
 * GivEnergy plants behind a data adapter: which devices answer at which address, and which of their answers are to be
 * believed.
 */
package org.openhab.binding.solarplant.internal.driver.givenergy;
