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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The register maps that a user has written. {@code <folder>/<id>.json} is a family of its own,
 * {@code <folder>/<vendor>/<id>.json} takes the place of the one that comes with this bundle, and the models in
 * {@code <folder>/<vendor>/models.json} come besides those that do.
 */
@NonNullByDefault
public final class OwnProfiles {

    private static final String EXTENSION = ".json";
    /** What may name a file: nothing that leads out of the folder. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;
    private final OwnFiles<Profile> profiles;
    private final OwnFiles<ModelTable> models;

    /**
     * @param folder where they lie, if there are any
     * @param complaints hears what is wrong with a file, once for each change of it
     */
    public OwnProfiles(Path folder, Consumer<String> complaints) {
        this.folder = folder;
        this.profiles = new OwnFiles<>(ProfileReader::read, complaints);
        this.models = new OwnFiles<>(ModelTable::read, complaints);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * The family with this id; nothing if the user has none.
     *
     * @throws ProfileException if it cannot be used
     */
    public Optional<Profile> family(String id) throws ProfileException {
        return read(folder, id);
    }

    /** The ids of all families, in alphabetical order, whether they can be used or not; none if nobody may look. */
    public List<String> families() {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                ids.add(name.substring(0, name.length() - EXTENSION.length()));
            }
        } catch (IOException e) {
            return List.of();
        }
        return ids.stream().filter(id -> ID.matcher(id).matches()).sorted().toList();
    }

    /** What takes the place of this profile; nothing if nothing does. */
    Optional<Profile> inPlaceOf(String vendor, String id) throws ProfileException {
        return read(folder.resolve(vendor), id);
    }

    private Optional<Profile> read(Path from, String id) throws ProfileException {
        return ID.matcher(id).matches() ? profiles.read(from.resolve(id + EXTENSION)) : Optional.empty();
    }

    /** The models that come besides this vendor's; nothing if there are none. */
    Optional<ModelTable> besides(String vendor) throws ProfileException {
        return models.read(folder.resolve(vendor).resolve("models" + EXTENSION));
    }
}
