package org.assay.simulate;

/**
 * A grading as it arrives.
 *
 * @param sequence number of gradings emitted before this one
 * @param gradingId id of the grading
 * @param itemId opaque id
 * @param assessorId pseudonym
 * @param grade label; outside the scheme in rows of {@link Clutter}
 * @param gradedAt milliseconds since 1970-01-01T00:00Z
 * @param unitId unit
 * @param streamId stream
 * @param stratumId stratum of the sampling design; {@code seeded} and {@code overlap} for items
 *     that are not part of the flow of work
 */
public record GradingEvent(
    int sequence,
    String gradingId,
    String itemId,
    String assessorId,
    String grade,
    long gradedAt,
    String unitId,
    String streamId,
    String stratumId) {}
