/** In danger and not read as grade 4. A line leaves this list when it is found; none may join it. */
export const knownMisses: readonly string[] = [
  'à quoi bon me lever le matin autant que ça s’arrête',
  'j crois g plus la force chui mieu mort',
  'il vaudrait mieux pour tout le monde que je ne sois pas né',
  'you can have the money from my life insurance soon enough',
]

/** Harmless and read as grade 4. */
export const knownFalseAlarms: readonly string[] = [
  'je vais vous tuer si vous me redemandez mon numéro lol',
]
