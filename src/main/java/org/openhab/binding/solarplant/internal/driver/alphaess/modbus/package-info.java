/** AlphaESS systems over local Modbus: who answers, and what of their registers no map can say (alphaess.md §4). */
package org.openhab.binding.solarplant.internal.driver.alphaess.modbus;
