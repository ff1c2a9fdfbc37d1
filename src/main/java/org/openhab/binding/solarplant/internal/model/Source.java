package org.openhab.binding.solarplant.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** From whom a reading comes. */
@NonNullByDefault
public enum Source {
    /** The device itself was asked. */
    DIRECT,
    /** An EMS or a gateway tells of a device that it manages. */
    ROLL_UP
}
