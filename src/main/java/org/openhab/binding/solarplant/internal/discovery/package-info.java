/** What is there and no thing shows yet, for the inbox: what a plant's devices report, and what answers on the network. */
package org.openhab.binding.solarplant.internal.discovery;
