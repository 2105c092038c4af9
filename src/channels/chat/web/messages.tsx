import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Pending, TalkState } from './talk-state.ts'
import type { Entry } from './wire.ts'
import type { Words } from './words.ts'

export interface MessagesProps {
  state: TalkState
  words: Words
  choose(label: string): void
}

const near = 120

/** The log: polite, so that a screen reader finishes its sentence; silent while history is read back. */
export function Messages({ state, words, choose }: MessagesProps) {
  const { entries, pending, link } = state
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const live = useRef(false)
  const shown = entries.filter(({ text }) => text !== '')

  useLayoutEffect(() => {
    const box = log.current
    if (box && (atEnd.current || pending.length > 0)) box.scrollTop = box.scrollHeight
  }, [entries.length, pending.length, state.typing])
  // Only what comes after the first reading is news.
  useEffect(() => {
    if (link === 'online') live.current = true
  }, [link])

  const last = shown.at(-1)
  const asked = pending.length === 0 && last?.who !== 'customer' ? (last?.options ?? []) : []

  return (
    <div
      ref={log}
      class="log"
      role="log"
      aria-live={live.current ? 'polite' : 'off'}
      aria-relevant="additions"
      aria-label={words.log}
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < near
      }}
    >
      {shown.map((entry, at) => (
        <Bubble key={entry.entry} entry={entry} words={words} place={placeOf(shown, at)} />
      ))}
      {pending.map((one) => (
        <Waiting key={one.id} pending={one} words={words} />
      ))}
      {asked.length > 0 && (
        <div class="choices" role="group" aria-label={words.choices}>
          {asked.map(({ key, label }) => (
            <button key={key} type="button" onClick={() => choose(label)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface Place {
  first: boolean
  last: boolean
}

/** Who speaks and when is written once for several messages in a row. */
function placeOf(entries: Entry[], at: number): Place {
  const who = entries[at]?.who
  return { first: entries[at - 1]?.who !== who, last: entries[at + 1]?.who !== who }
}

/** French puts a space before these marks that must not break the line. */
function bound(text: string, language: string): string {
  return language === 'fr' ? text.replace(/ ([?!:;»€%])/g, '\u00a0$1') : text
}

function Bubble({ entry, words, place }: { entry: Entry; words: Words; place: Place }) {
  const { who, text, language, at } = entry
  const author = who === 'customer' ? words.you : words[who]
  const time = new Date(at)
  const clock = time.toLocaleTimeString(words.locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article class={`bubble ${who} ${place.first ? 'first' : ''} ${place.last ? 'last' : ''}`}>
      <p class={place.first && who !== 'customer' ? 'by' : 'by hidden'}>{author}</p>
      <p class="text" lang={language || undefined}>
        {bound(text, language)}
      </p>
      <time class="at" dateTime={at}>
        {clock}
        {who === 'customer' && ` · ${words.held}`}
      </time>
    </article>
  )
}

function Waiting({ pending, words }: { pending: Pending; words: Words }) {
  return (
    <article class={`bubble customer last pending ${pending.state}`}>
      <p class="by hidden">{words.you}</p>
      <p class="text">{pending.text}</p>
      <p class="at">{pending.state === 'held' ? words.held : words.waiting}</p>
    </article>
  )
}
