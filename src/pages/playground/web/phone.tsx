import { useEffect, useState } from 'preact/hooks'
import type { Entry } from '../../../conversation/hub.ts'
import type { SampleAccount, WhyTurn } from '../views.ts'
import { Chips, Composer, ideasFor } from './composer.tsx'
import type { Talk } from './talk.ts'
import { api, exchangesOf, useFoot, useTalk } from './talk.ts'
import { bound } from './typography.ts'
import { Why } from './why.tsx'
import type { Words } from './words.ts'
import { useWords } from './words.ts'

/** Longer than any turn should take: after it, the page stops pretending that somebody types. */
const patienceMs = 12_000

interface Pending {
  id: string
  text: string
  failed: boolean
}

export interface LaneProps {
  sample: SampleAccount
  brand: string
  onWhys: (whys: WhyTurn[]) => void
}

/** A phone that texts with the hub, as the customer's own would. */
export function Phone({ sample, brand, onWhys }: LaneProps) {
  const talk = useTalk('sms', sample.phone)
  const { pending, send } = useSending(sample.phone, talk.entries)
  const words = useWords()
  useEffect(() => onWhys(talk.whys), [talk.whys.length])
  const said = talk.entries.map((entry) => entry.text)
  const offered = talk.entries.findLast((entry) => entry.who !== 'customer')?.options
  const ideas = ideasFor(sample, { said, offered, whys: talk.whys })
  return (
    <div class="phone">
      <Contact brand={brand} talk={talk} />
      <Thread talk={talk} pending={pending} again={send} from={sample.phone} brand={brand} />
      <Chips ideas={ideas} use={(text) => send(text)} />
      <Composer label={words.say('message')} send={(text) => send(text)} />
    </div>
  )
}

function Contact({ brand, talk }: { brand: string; talk: Talk }) {
  const words = useWords()
  const { say } = words
  return (
    <div class="contact">
      <span class="avatar" aria-hidden="true">
        {brand.slice(0, 1)}
      </span>
      <div>
        <b>{brand}</b>
        <small>{ownerIn(talk.owner, words)}</small>
      </div>
      <span class={talk.verified ? 'seal proven' : 'seal'}>
        <span class="hidden">{say('identity')} : </span>
        {say(talk.verified ? 'proven' : 'unproven')}
      </span>
    </div>
  )
}

/** Who holds the conversation: the machine, nobody yet, or an advisor by name. */
function ownerIn(owner: string, { say }: Words): string {
  if (owner === 'bot' || owner === 'queue') return say(`status_${owner}`)
  return say('status_person', { name: owner })
}

/** Sends texts and keeps those the line does not show yet; trying again uses the same id. */
function useSending(from: string, entries: Entry[]) {
  const [sent, setSent] = useState<Pending[]>([])
  const shown = new Set(entries.map((entry) => entry.id))
  const send = async (text: string, id: string = crypto.randomUUID()) => {
    const mark = (failed: boolean) =>
      setSent((all) => [...all.filter((one) => one.id !== id), { id, text, failed }])
    mark(false)
    await api.text(id, from, text).catch(() => mark(true))
  }
  return { pending: sent.filter(({ id }) => !shown.has(id)), send }
}

interface ThreadProps {
  talk: Talk
  pending: Pending[]
  again: (text: string, id: string) => void
  from: string
  brand: string
}

function Thread({ talk, pending, again, from, brand }: ThreadProps) {
  const { say } = useWords()
  const size = talk.entries.length + pending.length
  const waiting = useWaiting(talk)
  const log = useFoot(`${size} ${waiting} ${talk.whys.length}`)
  return (
    <div class="thread" role="log" aria-label={say('log_sms')} tabIndex={0} ref={log}>
      {size === 0 && <Opening from={from} brand={brand} />}
      {exchangesOf(talk.entries, talk.whys).map(({ key, entries, whys }) => (
        <div class="exchange" key={key}>
          {entries.map((entry) => (
            <Bubble key={entry.entry} entry={entry} />
          ))}
          <Why whys={whys} />
        </div>
      ))}
      {pending.map((one) => (
        <PendingBubble key={one.id} one={one} again={again} />
      ))}
      {waiting && <Typing />}
    </div>
  )
}

function PendingBubble({ one, again }: { one: Pending; again: ThreadProps['again'] }) {
  const { say } = useWords()
  return (
    <div class="bubble customer">
      <p>{one.text}</p>
      {one.failed && (
        <small role="alert">
          {say('not_sent')}{' '}
          <button type="button" onClick={() => again(one.text, one.id)}>
            {say('again')}
          </button>
        </small>
      )}
    </div>
  )
}

function Typing() {
  const { say } = useWords()
  return (
    <div class="typing" role="status">
      <span class="hidden">{say('typing')}</span>
      <i />
      <i />
      <i />
    </div>
  )
}

/** True while the bot owes an answer, for as long as one may reasonably take. */
function useWaiting(talk: Talk): boolean {
  const last = talk.entries.at(-1)
  const owed = talk.owner === 'bot' && last?.who === 'customer' ? last.entry : null
  const [tired, setTired] = useState<number | null>(null)
  useEffect(() => {
    if (owed === null) return
    const timer = window.setTimeout(() => setTired(owed), patienceMs)
    return () => window.clearTimeout(timer)
  }, [owed])
  return owed !== null && tired !== owed
}

function Opening({ from, brand }: { from: string; brand: string }) {
  const { say } = useWords()
  const [late, setLate] = useState(false)
  const open = async () => {
    await api.open(crypto.randomUUID(), from).catch(() => setLate(true))
    window.setTimeout(() => setLate(true), patienceMs / 2)
  }
  return (
    <div class="opening">
      <p>{say('empty_sms', { brand })}</p>
      <button type="button" class="quiet" onClick={open}>
        {say('open_first', { brand })}
      </button>
      {late && <p role="status">{say('no_answer')}</p>}
    </div>
  )
}

function Bubble({ entry }: { entry: Entry }) {
  const { say, language } = useWords()
  const author = say(entry.who === 'customer' ? 'you' : entry.who)
  const state =
    entry.who === 'customer' ? say('state_accepted') : entry.state && say(`state_${entry.state}`)
  return (
    <div class={`bubble ${entry.who}`} lang={entry.language || undefined}>
      <span class="hidden">{author} : </span>
      <p>{bound(entry.text, entry.language)}</p>
      {state && (
        <small lang={language}>{entry.who === 'advisor' ? `${author} · ${state}` : state}</small>
      )}
    </div>
  )
}
