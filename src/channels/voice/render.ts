import type { Reply } from '../../conversation/decision.ts'
import type { TurnAnswer } from '../../conversation/hub.ts'
import type { Language } from '../../conversation/language.ts'

type Ear = 'speech' | 'dtmf'

/** What the platform does next: the answer of the contract. */
interface VoiceAnswer {
  conversationId: string | null
  turn: number | null
  say: { text: string; language: string; interruptible: boolean }[]
  listen: { for: Ear[]; timeoutMs: number }
  transfer: { reason: string } | null
  hangup: boolean
}

const tags: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
/** Asked types that a keypad can answer. */
const keyed = new Set(['code', 'money', 'count', 'date', 'yes_no'])

const usualMs = 7_000
/** To find a telephone or a letter, and to read six digits from it. */
const codeMs = 20_000
/** After "one moment please". */
const waitMs = 30_000

/** A turn as the body of the answer. */
export function renderTurn(answer: TurnAnswer): string {
  return JSON.stringify({
    conversationId: answer.conversation,
    turn: answer.turn,
    say: answer.replies.map(sayReply),
    listen: { for: ears(answer.expects?.type), timeoutMs: patience(answer) },
    transfer: answer.transfer,
    hangup: answer.hangup,
  } satisfies VoiceAnswer)
}

/** The answer to what starts no turn: go on listening, or say something polite and hang up. */
export function renderAside(goodbye: { text: string; language: Language } | null): string {
  const say = goodbye
    ? [{ text: goodbye.text, language: tags[goodbye.language], interruptible: false }]
    : []
  return JSON.stringify({
    conversationId: null,
    turn: null,
    say,
    listen: { for: ['speech', 'dtmf'], timeoutMs: usualMs },
    transfer: null,
    hangup: goodbye !== null,
  } satisfies VoiceAnswer)
}

/** Help and codes are said to the end, also over noise in the room. */
function sayReply({ text, language, purpose }: Reply): VoiceAnswer['say'][number] {
  const interruptible = purpose !== 'care' && purpose !== 'security'
  return { text, language: tags[language], interruptible }
}

function ears(asked: string | undefined): Ear[] {
  const byKeys = asked !== undefined && (keyed.has(asked) || asked.startsWith('one_of'))
  return byKeys ? ['speech', 'dtmf'] : ['speech']
}

function patience(answer: TurnAnswer): number {
  if (answer.replies.some(({ from }) => from.some((text) => text.startsWith('repair-wait.')))) {
    return waitMs
  }
  return answer.expects?.type === 'code' ? codeMs : usualMs
}
