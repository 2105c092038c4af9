/** A date written in figures, as its parts; a year of two figures is already four. */
export interface WrittenDate {
  day: number
  month: number
  year: number | null
}

/** The smallest piece the grammars read. Punctuation is not a token: it is `breakBefore`. */
export interface Token {
  kind: 'word' | 'number' | 'date' | 'time' | 'reference' | 'phone' | 'label'
  /** Folded and spelled out: what the grammars compare. Digits for a number, HH:MM for a time. */
  word: string
  /** Span in the source. */
  start: number
  end: number
  /** Whether white space stands before it. */
  spaced: boolean
  /** 0 none · 1 comma, colon, dash · 2 end of a sentence. */
  breakBefore: 0 | 1 | 2
  /** For a number: hundredths (12,50 is 1250); -1 where it has more than two decimals. */
  hundredths?: number
  /** For a number: written with decimals. */
  decimal?: true
  written?: WrittenDate
}
