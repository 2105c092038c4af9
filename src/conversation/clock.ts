/** Time is an argument: the real clock at the edge, a set one in tests and in `talk --at`. */
export interface Clock {
  /** Now, as an instant. */
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }
