/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Invents serial numbers in place of real ones: the same for the same each time, digits for digits and letters for
 * letters, and what stands between them stays. The beginning, which tells the model, stays. What is invented depends on a number that was drawn for this
 * purpose and is never told, so that nobody can try out which serial number it stands for.
 */
@NonNullByDefault
final class Pseudonyms {

    /** The longest beginning that tells a model has seven characters (solax.md §2.2); whole registers are kept. */
    private static final int MOST_KEPT = 8;
    private static final int LEAST_INVENTED = 6;
    private static final int SALT_BYTES = 32;
    private static final int DIGITS = 10;
    private static final int LETTERS = 26;

    private final byte[] salt = new byte[SALT_BYTES];

    Pseudonyms() {
        new SecureRandom().nextBytes(salt);
    }

    /** The invented one; of one whose characters are swapped in pairs the swapped one, as some firmware has them. */
    String of(String serial) {
        String swapped = swapped(serial);
        return swapped.compareTo(serial) < 0 ? swapped(invented(swapped)) : invented(serial);
    }

    /** The text as it looks if the two characters of each register change places; an odd one stays where it is. */
    static String swapped(String text) {
        StringBuilder swapped = new StringBuilder(text);
        for (int i = 0; i + 1 < text.length(); i += 2) {
            swapped.setCharAt(i, text.charAt(i + 1));
            swapped.setCharAt(i + 1, text.charAt(i));
        }
        return swapped.toString();
    }

    private String invented(String serial) {
        int kept = Math.clamp((serial.length() - LEAST_INVENTED) / 2 * 2, 0, MOST_KEPT);
        for (int round = 0;; round++) {
            byte[] noise = noise(serial.toUpperCase(Locale.ROOT), round);
            StringBuilder invented = new StringBuilder(serial);
            for (int i = kept; i < serial.length(); i++) {
                invented.setCharAt(i, instead(serial.charAt(i), noise[i % noise.length] & 0xFF));
            }
            if (!serial.contentEquals(invented)) {
                return invented.toString();
            }
        }
    }

    private static char instead(char character, int noise) {
        if (Character.isDigit(character)) {
            return (char) ('0' + noise % DIGITS);
        } else if (!Character.isLetter(character)) {
            return character;
        }
        return (char) ((Character.isLowerCase(character) ? 'a' : 'A') + noise % LETTERS);
    }

    private byte[] noise(String serial, int round) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update((byte) round);
            return digest.digest(serial.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
