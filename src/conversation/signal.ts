/** 0 nothing · 1 friction · 2 hardship · 3 fragile, a person soon · 4 danger, a person now. */
export type Grade = 0 | 1 | 2 | 3 | 4

export const signalKinds = [
  'suicide_selfharm',
  'acute_distress',
  'hardship',
  'income_shock',
  'bereavement',
  'health_device',
  'separation_abuse',
  'capability',
  'over_indebtedness',
  'hostility',
  'threat',
  'dispute',
  'essential_need',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** A sign of fragility in somebody's words, with those words. */
export interface Signal {
  kind: SignalKind
  grade: Grade
  text: string
}
