/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.standin;

import static org.junit.jupiter.api.Assertions.*;
import static org.mockito.ArgumentMatchers.*;
import static org.mockito.Mockito.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;

/** How a factory makes handlers and their services. */
@NonNullByDefault
class HandlerFactoryTest {

    private static final ThingTypeUID TYPE = new ThingTypeUID("b", "t");
    private final Thing thing = ThingBuilder.create(TYPE, "i").build();
    private final BundleContext bundles = mock(BundleContext.class);
    private final ServiceRegistration<?> registration = mock(ServiceRegistration.class);

    /** Rule actions of the handler. */
    public static final class Actions implements ThingActions {
        private @Nullable ThingHandler handler;
        private final List<String> calls = new ArrayList<>();

        @Override
        public void setThingHandler(ThingHandler handler) {
            this.handler = handler;
            calls.add("handler");
        }

        @Override
        public @Nullable ThingHandler getThingHandler() {
            return handler;
        }

        @Override
        public void initialize() {
            calls.add("initialize");
        }

        @Override
        public void dispose() {
            calls.add("dispose");
        }
    }

    private final class Factory extends BaseThingHandlerFactory {
        @Override
        public boolean supportsThingType(ThingTypeUID thingTypeUID) {
            return TYPE.equals(thingTypeUID);
        }

        @Override
        protected @Nullable ThingHandler createHandler(Thing thing) {
            return thing.getUID().getId().equals("none") ? null : new OpenHandler(thing) {
                @Override
                public Collection<Class<? extends ThingHandlerService>> getServices() {
                    return Set.of(Actions.class);
                }
            };
        }

        Factory start() {
            ComponentContext context = mock(ComponentContext.class);
            when(context.getBundleContext()).thenReturn(bundles);
            activate(context);
            return this;
        }
    }

    @Test
    void servicesLiveAsLongAsTheHandler() {
        doReturn(registration).when(bundles).registerService(any(String[].class), any(), any());
        Factory factory = new Factory().start();
        thing.setHandler(factory.registerHandler(thing));
        var service = org.mockito.ArgumentCaptor.forClass(Actions.class);
        verify(bundles).registerService(eq(new String[]{ThingActions.class.getName()}), service.capture(), any());
        assertSame(thing.getHandler(), service.getValue().getThingHandler());
        assertEquals(List.of("handler", "initialize"), service.getValue().calls);
        factory.unregisterHandler(thing);
        verify(registration).unregister();
        assertEquals(List.of("handler", "initialize", "dispose"), service.getValue().calls);
    }

    @Test
    void aHandlerIsAMust() {
        Factory factory = new Factory().start();
        assertThrows(IllegalStateException.class,
                () -> factory.registerHandler(ThingBuilder.create(TYPE, "none").build()));
        assertThrows(IllegalStateException.class,
                () -> factory.registerHandler(BridgeBuilder.create(TYPE, "i").build()));
    }
}
