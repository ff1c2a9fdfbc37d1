/** What a plant's devices report and no thing shows yet, for the inbox. */
package org.openhab.binding.solarplant.internal.discovery;
