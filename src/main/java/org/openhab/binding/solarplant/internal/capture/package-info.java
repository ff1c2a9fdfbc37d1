/**
 * What goes over a wire, listened to, written down without what identifies people, and said again. Knows wires, and
 * neither devices nor values.
 */
package org.openhab.binding.solarplant.internal.capture;
