/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** The profiles that this bundle brings along, each read when it is first asked for, and those of the user. */
@NonNullByDefault
public final class ProfileStore {

    private static final String FOLDER = "/profiles/";

    private final ConcurrentMap<String, Profile> profiles = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ModelTable> models = new ConcurrentHashMap<>();
    private final Optional<OwnProfiles> own;

    /** Only what this bundle brings along. */
    public ProfileStore() {
        this.own = Optional.empty();
    }

    /** What this bundle brings along, as far as the user has not put something else in its place. */
    public ProfileStore(OwnProfiles own) {
        this.own = Optional.of(own);
    }

    /** What the user has written. */
    public Optional<OwnProfiles> own() {
        return own;
    }

    /**
     * The profile of this vendor with this id: the user's, if there is one, or else {@code profiles/<vendor>/<id>.json}.
     *
     * @throws ProfileException if there is none or it cannot be used
     */
    public Profile profile(String vendor, String id) throws ProfileException {
        Optional<Profile> other = own.isEmpty() ? Optional.empty() : own.get().inPlaceOf(vendor, id);
        return other.isPresent() ? other.get() : cached(profiles, vendor + "/" + id + ".json", ProfileReader::read);
    }

    /**
     * The models of this vendor: the user's, and those of {@code profiles/<vendor>/models.json}. Where the user's cannot be
     * used, the table {@link ModelTable#mistake knows why}.
     *
     * @throws ProfileException if there are none or they cannot be used
     */
    public ModelTable models(String vendor) throws ProfileException {
        ModelTable shipped = cached(models, vendor + "/models.json", ModelTable::read);
        if (own.isEmpty()) {
            return shipped;
        }
        try {
            return own.get().besides(vendor).map(shipped::with).orElse(shipped);
        } catch (ProfileException e) {
            return shipped.without(e);
        }
    }

    private static <T> T cached(ConcurrentMap<String, T> cache, String file, OwnFiles.Parser<T> parser)
            throws ProfileException {
        T known = cache.get(file);
        if (known == null) {
            known = read(file, parser);
            cache.put(file, known);
        }
        return known;
    }

    private static <T> T read(String file, OwnFiles.Parser<T> parser) throws ProfileException {
        try (@Nullable
        InputStream stream = ProfileStore.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new ProfileException(file, 0, "there is no such profile", null);
            }
            return parser.read(file, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProfileException(file, 0, "cannot be read", e);
        }
    }
}
