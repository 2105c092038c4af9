import { SegmentedMessage } from 'sms-segments-calculator'
import type { OutboundMessage } from '../../conversation/channel.ts'

/** The most Twilio takes in one message, in UTF-16 units. */
const most = 1600

interface SmsBody {
  body: string
  /** How many messages the carrier counts: an ê or a ç alone makes a text UCS-2. */
  segments: number
  /** The text was too long and lost its end. */
  cut: boolean
}

/** A message as the body of an SMS: choices as digits, no control characters, at most 1600 units. */
export function renderSms(message: Pick<OutboundMessage, 'text' | 'options'>): SmsBody {
  const whole = withChoices(message)
    .replace(/[^\P{Cc}\n]/gu, '')
    .toWellFormed()
    .trim()
  const body = whole.length > most ? `${upTo(whole, most - 1)}…` : whole
  return { body, segments: countSegments(body), cut: body !== whole }
}

/** Segments of a text, counted as Twilio counts them. */
export function countSegments(text: string): number {
  return text === '' ? 0 : new SegmentedMessage(text).segmentsCount
}

function withChoices({ text, options = [] }: Pick<OutboundMessage, 'text' | 'options'>): string {
  // The words of an SMS hold plain apostrophes: the curly one costs a message its alphabet.
  const choices = options.map(({ label }, at) => `${at + 1} ${label.replaceAll('’', "'")}`)
  if (choices.every((choice) => text.includes(choice))) return text
  return `${text} ${choices.join(', ')}`
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** As many whole characters as fit, ended at a word where one is near. */
function upTo(text: string, units: number): string {
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > units) break
    end = index + segment.length
  }
  const word = text.lastIndexOf(' ', end)
  return text.slice(0, word > end - 40 ? word : end)
}
