import type { Hub } from '../conversation/hub.ts'
import type { HubDeps } from './deps.ts'
import { acceptEvent } from './accept.ts'
import { answerEvent } from './answer.ts'
import { askForPerson, workConversation } from './work.ts'
import { journalTurns } from './journal.ts'
import { lineName } from './cache.ts'

/** What the sweep calls. */
export interface Worker {
  work(creditor: string, conversation: string): Promise<void>
  /** Works what waits as if the customer had asked for a person: for turns that fail every time. */
  rescue(creditor: string, conversation: string): Promise<void>
}

/** The hub: accept, understand, decide, commit, deliver. `work` is for the sweep. */
export function makeHub(deps: HubDeps): Hub & Worker {
  const underway = new Map<string, Promise<string>>()
  const { store, queue, news } = deps
  return {
    accept: (event) => queue.run(lineName(event.line), () => acceptEvent(deps, event)),
    answer(event, render) {
      const name = `${event.line.creditor} ${event.source} ${event.id}`
      const known = underway.get(name)
      if (known) return known
      const answer = queue.run(lineName(event.line), () => answerEvent(deps, event, render))
      underway.set(name, answer)
      const forget = () => void underway.delete(name)
      answer.then(forget, forget)
      return answer
    },
    entries: (line, after) => store.entries(line, after),
    watch: (line, changed) => news.watch(lineName(line), changed),
    async report(report) {
      const line = await store.outbox.report(report)
      if (line) news.publish(lineName(line))
    },
    journal: (creditor, conversation) => journalTurns(store, creditor, conversation),
    async conversationOf(line) {
      const loaded = await store.load(line)
      if (!loaded) return null
      const verified =
        loaded.proof !== null && Temporal.Instant.compare(loaded.proof.until, deps.clock.now()) > 0
      return {
        id: loaded.conversation,
        owner: loaded.owner,
        verified,
        account: loaded.candidate?.account ?? null,
      }
    },
    work: (creditor, conversation) => workConversation(deps, creditor, conversation),
    rescue: (creditor, conversation) =>
      workConversation(
        { ...deps, understand: askForPerson(deps.understand) },
        creditor,
        conversation,
      ),
  }
}
