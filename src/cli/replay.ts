import pino from 'pino'
import { actions } from '../dialog/actions.ts'
import { environment } from '../config.ts'
import { creditorOfConversation } from '../store/copy-account.ts'
import { makeStore } from '../store/store.ts'
import { openDatabase } from '../database.ts'
import { randomUUID } from 'node:crypto'
import { replay } from '../turn/replay.ts'

/* `npm run replay -- CONVERSATION`: exit 1 at the first turn that does not reach the same words. */

async function main(conversation: string | undefined): Promise<number> {
  if (!conversation || !/^[0-9a-f-]{36}$/i.test(conversation)) {
    console.error(
      `"${conversation ?? ''}" is no conversation: expected its id, like 0190f5a2-0000-4000-8000-000000000000`,
    )
    return 2
  }
  const database = await openDatabase(environment(), { hub: false, log: pino({ level: 'silent' }) })
  try {
    const creditor = await creditorOfConversation(database.pool, conversation)
    const store = makeStore(database.pool, randomUUID)
    let turns = 0
    for await (const result of replay({ store, actions }, creditor, conversation)) {
      turns += 1
      if (result.differs) {
        const { what, journal, now } = result.differs
        console.error(
          `turn ${result.turn}: not the same ${what}\n  journal ${journal}\n  now     ${now}`,
        )
        return 1
      }
      console.log(
        `turn ${result.turn}: same${result.words.length ? ` — ${result.words.join(' ')}` : ''}`,
      )
    }
    console.log(`${turns} turns, the same words, the chain holds`)
    return 0
  } finally {
    await database.close()
  }
}

process.exitCode = await main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})
