import { createHmac } from 'node:crypto'
import { developmentSecret } from '../../config.ts'
import type { Talker } from './load.ts'

/** The promise dialogue, one utterance a turn; it is said again and again on the same call. */
export const promiseDialogue = [
  'bonjour',
  'je veux payer plus tard',
  '60 euros',
  'le 5',
  'par carte',
  'oui',
]

/** A call on the callbot line, signed as a platform signs. Each answer is checked. */
export function hubTalker(
  callId: string,
  said: (turn: number) => string,
  check: (answer: Answer, turn: number) => void,
): Talker {
  let turn = 0
  return {
    path: '/webhooks/voice/transcript',
    next() {
      const text = said(turn)
      const body = JSON.stringify({
        callId,
        eventId: `${callId}-${turn}`,
        type: 'utterance',
        text,
        confidence: 0.93,
        final: true,
        language: 'fr-FR',
        from: 'anonymous',
        to: '+33162000000',
        occurredAt: new Date().toISOString(),
      })
      const t = Math.floor(Date.now() / 1000)
      const v1 = createHmac('sha256', developmentSecret).update(`${t}.${body}`).digest('hex')
      return { headers: { 'x-amiable-signature': `t=${t},v1=${v1}` }, body }
    },
    heard(body, status) {
      if (status !== 200) throw new Error(`call ${callId}, turn ${turn}: ${status} ${body}`)
      check(JSON.parse(body) as Answer, turn)
      turn += 1
    },
  }
}

export interface Answer {
  conversationId: string
  turn: number
  say: { text: string }[]
}

/** The same utterances to the bare route. */
export function bareTalker(callId: string): Talker {
  let turn = 0
  return {
    path: '/turn',
    next: () => ({
      headers: {},
      body: JSON.stringify({
        callId,
        eventId: `${callId}-${turn}`,
        type: 'utterance',
        text: promiseDialogue[turn++ % 6],
        confidence: 0.93,
        final: true,
        language: 'fr-FR',
        from: 'anonymous',
        to: '+33162000000',
        occurredAt: new Date().toISOString(),
      }),
    }),
    heard(body, status) {
      if (status !== 200) throw new Error(`bare ${callId}: ${status} ${body}`)
    },
  }
}
