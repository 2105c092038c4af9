/** Time is an argument: the real clock at the edge, a set one in tests and in `talk --at`. */
export interface Clock {
  /** Now, in whole milliseconds: what the journal keeps, so that a turn can be worked again. */
  now(): Temporal.Instant
}

export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds),
}
