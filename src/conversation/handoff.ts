/** A conversation handed to a person, with why and the customer's last words. */
export interface Handoff {
  reason: string
  /** The customer's last words. */
  words: string
  priority: 'normal' | 'soon' | 'now'
  /** The time told to the customer by which a person answers (ISO instant). */
  promisedBy: string
}
