/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** AlphaESS systems as the vendor's cloud tells of them: which endpoint is asked when, and what its answers mean. */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;
