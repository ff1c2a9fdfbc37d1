/** How AlphaESS systems charge and discharge by times, whoever tells and is told: the cloud or the system itself. */
package org.openhab.binding.solarplant.internal.driver.alphaess.schedule;
