import { z } from 'zod'
import type { InboundEvent } from '../../conversation/event.ts'
import { languages } from '../../conversation/language.ts'
import type { Language } from '../../conversation/language.ts'
import type { LineKey } from '../../conversation/line.ts'
import { storable } from '../text.ts'

/** Body of `POST /chat/sessions`. A token that still holds keeps its session. */
export const openingSchema = z.object({
  creditor: z.string().min(1).max(64),
  token: z.string().max(2048).optional(),
})

const clientMsgId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'expected 8 to 64 letters or digits')

/** What a page may send. */
const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('auth'), token: z.string().max(2048) }),
  z.object({ type: z.literal('open'), language: z.enum(languages) }),
  z.object({ type: z.literal('message'), clientMsgId, text: z.string().min(1).max(4000) }),
  z.object({ type: z.literal('resume'), after: z.int().min(0) }),
])
export type ClientFrame = z.infer<typeof frameSchema>

/** A frame as text, read; null for anything that is not one of ours. */
export function parseFrame(data: string): ClientFrame | null {
  try {
    return frameSchema.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}

/** What the customer wrote. The page numbers its messages; its session makes the number unique. */
export function parseMessage(
  frame: { clientMsgId: string; text: string },
  line: LineKey,
  at: string,
): InboundEvent {
  const words = { kind: 'message' as const, text: storable(frame.text) }
  return { ...bare(line, at), ...words, id: `${line.theirs}/${frame.clientMsgId}` }
}

/** Somebody opened the chat and waits to be greeted: once a session. */
export function parseOpening(language: Language, line: LineKey, at: string): InboundEvent {
  return { ...bare(line, at), kind: 'opened', text: '', language, id: `${line.theirs}/!opened` }
}

function bare(line: LineKey, at: string) {
  return { source: 'chat', line, confidence: null, language: null, from: null, at }
}
