package org.openhab.binding.solarplant.internal.driver.givenergy;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.DeviceKind;

/**
 * What a user says of a GivEnergy device, and what is remembered of it.
 *
 * @param kind what the thing stands for: an inverter, an EMS or a gateway
 * @param serial the serial number that must answer, if any
 * @param topology what {@link GivEnergyDriver#TOPOLOGY} said at an earlier time, so that it need not be found anew
 */
@NonNullByDefault
public record GivEnergySettings(DeviceKind kind, Optional<String> serial, Optional<String> topology) {}
