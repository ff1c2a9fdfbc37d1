/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.openhab.binding.solarplant.internal.profile.ProfileStore;
import org.openhab.binding.solarplant.internal.transport.Ticker;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudGates;

/**
 * What the handlers find around them.
 *
 * @param labels texts in the user's language
 * @param zone the time zone that the user has set in openHAB
 * @param clock the time
 * @param ticker elapsed time
 * @param profiles the register maps
 * @param descriptions tells openHAB what may be set
 * @param connections the ways to speak to devices, by the names that users choose
 * @param store what of devices outlives a restart
 * @param http the HTTP client that all of openHAB shares
 * @param gates the pace of accounts at a cloud, which plants may have together
 */
@NonNullByDefault
public record Environment(ChannelLabels labels, Supplier<ZoneId> zone, InstantSource clock, Ticker ticker,
        ProfileStore profiles, SettingDescriptions descriptions, Map<String, Connection> connections,
        DeviceStore store, HttpClient http, CloudGates gates) {}
