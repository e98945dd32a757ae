package dev.hookline.app.deploy;

import java.nio.file.Path;
import java.util.Map;

/**
 * What pods have around them, on a machine that is all there is of a cluster.
 *
 * @param image what they run
 * @param manifests what was applied
 * @param secrets what each has, by its key
 * @param hosts which name stands for which addresses, as {@code /etc/hosts} says it; stands for DNS
 * @param changed environment variables for what cannot be here as it is there
 */
public record Site(
    Image image,
    Manifests manifests,
    Map<String, Map<String, String>> secrets,
    Path hosts,
    Map<String, String> changed) {}
