import { z } from 'zod'
import type { JournalTurn } from '../conversation/hub.ts'
import type { Store } from '../conversation/store.ts'
import type { DialogState } from '../conversation/state.ts'

/** The journal's sealed body, as `draftOf` wrote it. */
const bodySchema = z.object({
  heard: z.array(z.unknown()),
  before: z.unknown().optional(),
  understanding: z.unknown(),
  draw: z.unknown(),
  decision: z.unknown(),
  rule: z.string(),
  movedTo: z.string().optional(),
})

export type OpenedTurn = JournalTurn & {
  before: DialogState | null
  verified: string
  /** This turn only notes that the line joined another conversation. */
  movedTo?: string
}

/** The turns of a conversation, opened, in order; null for one that does not exist. */
export async function journalTurns(
  store: Pick<Store, 'journal'>,
  creditor: string,
  conversation: string,
): Promise<OpenedTurn[] | null> {
  const rows = await store.journal(creditor, conversation)
  return (
    rows?.map(({ body, previous: previousHash, ...row }) => {
      const { rule: _rule, before, ...opened } = bodySchema.parse(JSON.parse(body))
      return { ...row, previousHash, before: before ?? null, ...opened } as OpenedTurn
    }) ?? null
  )
}
