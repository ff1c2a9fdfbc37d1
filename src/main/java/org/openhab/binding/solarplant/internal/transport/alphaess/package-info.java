/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/** The AlphaESS cloud as a wire: signature, pace, envelope and return codes. Knows nothing of what the answers mean. */
package org.openhab.binding.solarplant.internal.transport.alphaess;
