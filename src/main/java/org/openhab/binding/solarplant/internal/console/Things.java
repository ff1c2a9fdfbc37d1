/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.SolarPlantBindingConstants;
import org.openhab.binding.solarplant.internal.handler.Inspectable;
import org.openhab.binding.solarplant.internal.handler.Inspection;
import org.openhab.binding.solarplant.internal.handler.Probe;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;

/** The things of this binding. */
@NonNullByDefault
final class Things {

    private final ThingRegistry registry;

    Things(ThingRegistry registry) {
        this.registry = registry;
    }

    /** All of them, plants before their members. */
    List<Thing> all() {
        return registry.stream()
                .filter(thing -> SolarPlantBindingConstants.BINDING_ID.equals(thing.getThingTypeUID().getBindingId()))
                .sorted(Comparator.comparing((Thing thing) -> thing.getBridgeUID() != null)
                        .thenComparing(thing -> thing.getUID().getAsString()))
                .toList();
    }

    List<String> uids() {
        return all().stream().map(thing -> thing.getUID().getAsString()).toList();
    }

    /**
     * The thing that the first argument names, by its UID or the last part of it.
     *
     * @throws CommandException if there is none, or more than one
     */
    Thing named(List<String> arguments) throws CommandException {
        if (arguments.isEmpty()) {
            throw new CommandException("Which thing? Name it by its UID; list shows all.");
        }
        String name = arguments.getFirst();
        List<Thing> found = all().stream().filter(
                thing -> thing.getUID().getAsString().equals(name) || thing.getUID().getId().equals(name)).toList();
        if (found.size() != 1) {
            throw new CommandException(found.isEmpty()
                    ? "There is no thing " + name + "; list shows all."
                    : "There are several things " + name + "; name one by its whole UID.");
        }
        return found.getFirst();
    }

    /** What is behind a thing; nothing while it has no handler. */
    static Optional<Inspection> inspect(Thing thing) {
        return thing.getHandler() instanceof Inspectable handler ? Optional.of(handler.inspect()) : Optional.empty();
    }

    /**
     * The driver that tells of the device of the thing that the first argument names.
     *
     * @throws CommandException if nobody does at present, or it is a plant with several
     */
    Probe driver(List<String> arguments) throws CommandException {
        Thing thing = named(arguments);
        List<Probe> drivers = inspect(thing).map(Inspection::drivers).orElse(List.of());
        if (drivers.isEmpty()) {
            throw new CommandException("Nobody is asked about " + thing.getUID()
                    + " at present: it is disabled or not configured, or whoever tells of it does not answer.");
        }
        if (SolarPlantBindingConstants.PLANT.equals(thing.getThingTypeUID())) {
            throw new CommandException("A plant is not asked itself; name one of its things.");
        }
        return drivers.getFirst();
    }
}
