import pino from 'pino'
import { randomUUID } from 'node:crypto'
import type { ChannelName, LineKey } from '../conversation/line.ts'
import type { Commitment } from '../conversation/commitment.ts'
import type { EventKind, InboundEvent } from '../conversation/event.ts'
import type { Language } from '../conversation/language.ts'
import { environment } from '../config.ts'
import { copyAccount, lineOfConversation } from '../store/copy-account.ts'
import { fail } from '../errors.ts'
import { makeCore, type Core } from '../core.ts'
import { makeInProcessLive } from '../live/in-process.ts'
import { openDatabase } from '../database.ts'
import type { FlowSet } from '../dialog/load.ts'
import type { Pool } from 'pg'
import { readFlowSet } from '../flow-set.ts'
import type { Sample } from '../conversation/sample.ts'
import { readSamples } from '../store/sample.ts'
import { systemClock, type Clock } from '../conversation/clock.ts'

export interface RehearsalOptions {
  /** Null: a line that points at nobody. */
  account: string | null
  channel: ChannelName
  language: Language
  at?: string
  conversation?: string
  session: string
}

/** One turn as `talk --json` prints it. */
export interface Told {
  heard: string | null
  replies: string[]
  flow: string | null
  step: string | null
  verified: boolean
  grade: number
  owner: string
  commitments: ReturnType<typeof standing>[]
  handoff: { reason: string; promisedBy: string } | null
}

export interface Rehearsal {
  /** For `--conversation` and `npm run replay`; null before the first turn. */
  conversation(): Promise<string | null>
  open(): Promise<Told>
  /** The creditor's system opens the conversation. */
  begin(): Promise<Told>
  /** Something without words happens: a silence, a hang-up. */
  happens(kind: EventKind): Promise<Told>
  say(text: string): Promise<Told>
  close(): Promise<void>
}

/** What rehearsals run on. */
export interface Stage {
  pool: Pool
  flows: FlowSet
  samples: Sample
}

/** A talk in the terminal on the hub's database: joins a running hub's, else starts one for as long. */
export async function openRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const flows = await readFlowSet()
  const samples = await readSamples()
  const database = await openDatabase(environment(), { hub: false, log: pino({ level: 'silent' }) })
  try {
    const rehearsal = await startRehearsal({ pool: database.pool, flows, samples }, options)
    return {
      ...rehearsal,
      async close() {
        await rehearsal.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * A talk with a copy of an account, on a line of its own: nothing leaves, and each turn is answered at
 * once, so a running hub never finds anything of it to do.
 */
export async function startRehearsal(stage: Stage, options: RehearsalOptions): Promise<Rehearsal> {
  const { pool, flows, samples } = stage
  const clock: Clock = options.at ? movingFrom(options.at) : systemClock
  const core = makeCore({
    pool,
    flows,
    clock,
    log: pino({ level: 'silent' }),
    live: makeInProcessLive(),
    channels: {},
    rehearsal: true,
    codes: new Map(samples.accounts.map((one) => [one.reference, one.verification.code])),
  })
  await core.ready
  const { line, account } = await lineFor(pool, flows, samples.creditor, options)
  const send = (kind: EventKind, text: string, source = 'talk') =>
    turn(core, { line, account, language: options.language, clock, source }, kind, text)
  return {
    open: () => send(options.channel === 'voice' ? 'call_started' : 'opened', ''),
    begin: () => send('opened', '', 'api'),
    happens: (kind) => send(kind, ''),
    conversation: async () => (await core.store.load(line))?.conversation ?? null,
    say: (text) => send('message', text),
    close: () => core.stop(),
  }
}

// A new talk gets a creditor's name and a copy of the account of its own.
async function lineFor(
  pool: Pool,
  flows: FlowSet,
  creditor: string,
  { conversation, channel, session, account }: RehearsalOptions,
): Promise<{ line: LineKey; account: string | null }> {
  if (conversation) return lineOfConversation(pool, conversation)
  const rehearsed = `${creditor}~${session}`
  if (account) await copyAccount(pool, creditor, rehearsed, account)
  const ours = flows.creditors.get(creditor)?.[channel][0] ?? creditor
  return { line: { creditor: rehearsed, channel, ours, theirs: `talk:${session}` }, account }
}

// A set clock still moves, so that codes and proofs expire as they would.
function movingFrom(at: string): Clock {
  const start = Temporal.Instant.from(at)
  const began = performance.now()
  return { now: () => start.add({ milliseconds: Math.round(performance.now() - began) }) }
}

interface Stand {
  line: LineKey
  account: string | null
  language: Language
  clock: Clock
  source: string
}

async function turn(core: Core, stand: Stand, kind: EventKind, text: string): Promise<Told> {
  const { line, account, language, clock, source } = stand
  const event: InboundEvent = {
    source,
    id: randomUUID(),
    line,
    kind,
    text,
    confidence: null,
    language,
    from: null,
    ...(account ? { account } : {}),
    at: clock.now().toString(),
  }
  await core.hub.answer(event, () => '')
  const loaded = await core.store.load(line)
  if (!loaded?.state) throw fail('internal', 'the turn left no state')
  const turns = await core.hub.journal(line.creditor, loaded.conversation)
  const last = turns?.at(-1)
  const frame = loaded.state.stack.at(-1)
  return {
    heard: text || null,
    replies: last?.decision.replies.map((reply) => reply.text) ?? [],
    flow: frame?.flow ?? null,
    step: last?.decision.expects?.slot ?? null,
    verified:
      loaded.proof !== null && Temporal.Instant.compare(loaded.proof.until, clock.now()) > 0,
    grade: loaded.state.grade,
    owner: loaded.owner,
    commitments: (loaded.candidate?.account.commitments ?? []).map(standing),
    handoff: loaded.openHandoff,
  }
}

function standing(commitment: Commitment) {
  const { kind, state, cents, reference } = commitment
  if (commitment.kind === 'promise')
    return { kind, state, cents, date: commitment.date, method: commitment.method, reference }
  return { kind, state, cents, instalments: commitment.instalments, reference }
}
