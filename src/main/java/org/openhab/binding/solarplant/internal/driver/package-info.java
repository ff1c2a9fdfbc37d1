/** What cannot be data about a vendor's devices: how they are detected and addressed. */
package org.openhab.binding.solarplant.internal.driver;
