import type { SignalKind } from '../conversation/signal.ts'

/** Concepts that together, in one stretch of words and in any order, are danger. */
export interface Join {
  kind: SignalKind
  /**
   * One of each group has to be there, each at words of its own. The first group is the rare one: the
   * others are looked for only where it is found.
   */
  of: string[][]
  /** Most words from the first to the last. */
  within: number
  /** Not when one of these stands inside or within eight words of it. */
  unless: string[]
}

/** `join('threat', 'weapon coming|wait', 8, 'goods')`: groups by space, one or the other by `|`. */
function join(kind: SignalKind, of: string, within: number, unless = ''): Join {
  return {
    kind,
    of: of.split(' ').map((group) => group.split('|')),
    within,
    unless: unless.split(' ').filter(Boolean),
  }
}

export const dangerJoins: Join[] = [
  join('suicide_selfharm', 'absent aftermath', 16, 'away matter grief'),
  join('suicide_selfharm', 'absent despair', 16, 'away matter grief'),
  join('suicide_selfharm', 'farewell despair', 16, 'matter grief away'),
  join('suicide_selfharm', 'farewell love', 9, 'matter grief away'),
  join('suicide_selfharm', 'farewell absent|endingAll', 14, 'matter grief away'),
  join('suicide_selfharm', 'endingAll tonight', 6, 'matter away'),
  join('suicide_selfharm', 'endingAll despair', 10, 'matter away'),
  join('suicide_selfharm', 'lifeFr worthless', 6, 'homely'),
  join('suicide_selfharm', 'means brood', 12, 'medical away trade'),
  join('suicide_selfharm', 'means plenty', 5, 'medical trade outdoors'),
  join('suicide_selfharm', 'pillsTaken unwell', 14, 'medical'),
  join('suicide_selfharm', 'gunNear person', 8, 'trade'),
  join('suicide_selfharm', 'lastWord', 8, 'complaint'),
  join('suicide_selfharm', 'lastWord despair|love', 14, ''),
  join('suicide_selfharm', 'noExit', 8, 'place'),
  join('suicide_selfharm', 'ifDead debtPass', 16, 'explained away'),
  join('suicide_selfharm', 'selfless ofAll', 6, 'matter'),
  join('suicide_selfharm', 'selfless absent|endingAll', 12, 'matter'),
  join('suicide_selfharm', 'noReason livingOn', 6, 'homely matter'),
  join('suicide_selfharm', 'deathNamed', 8, 'explained grief matter away'),
  join('suicide_selfharm', 'deathNamed despair', 12, 'explained grief away'),
  join('suicide_selfharm', 'quay step', 9, 'matter'),
  join('threat', 'weaponNear coming', 9, 'goods trade'),
  join('threat', 'weaponNear staffNear hurt', 12, 'goods trade'),
  join('threat', 'hurt willDo staffNear', 12, 'metaphor matter'),
  join('threat', 'fire premisesNear', 7, 'metaphor'),
  join('essential_need', 'burnerIn indoorsNear', 9, 'outdoors'),
  join('essential_need', 'burnerIn warming', 6, 'outdoors'),
  join('essential_need', 'fuelled poisoned', 16, 'matter'),
  join('essential_need', 'monoxide', 8, 'fitting'),
  join('essential_need', 'monoxide poisoned|ringing', 14, ''),
]
