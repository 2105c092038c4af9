import { useEffect, useState } from 'preact/hooks'
import type { LaneProps } from './phone.tsx'
import { exchangesOf, useTalk } from './talk.ts'
import { Why } from './why.tsx'
import { useWords } from './words.ts'

/** The creditor's site in a window, with the real chat widget on it, and what is behind its words. */
export function Site({ sample, chat, onWhys }: LaneProps & { chat: string }) {
  const { say } = useWords()
  const session = useChatSession(chat, sample.reference)
  return (
    <div class="window">
      <div class="window-bar" aria-hidden="true">
        <i />
        <i />
        <i />
        <span>{chat}.example</span>
      </div>
      <iframe title={say('site_frame')} src={`/playground/site?language=${sample.language}`} />
      <details class="behind">
        <summary>{say('behind')}</summary>
        {session ? (
          <Behind key={session} session={session} onWhys={onWhys} />
        ) : (
          <p>{say('behind_empty')}</p>
        )}
      </details>
    </div>
  )
}

function Behind({ session, onWhys }: { session: string; onWhys: LaneProps['onWhys'] }) {
  const { say } = useWords()
  const { entries, whys } = useTalk('chat', session)
  useEffect(() => onWhys(whys), [whys.length])
  const exchanges = exchangesOf(entries, whys).filter((exchange) => exchange.whys.length > 0)
  if (exchanges.length === 0) return <p>{say('behind_empty')}</p>
  return (
    <ul>
      {exchanges.map(({ key, entries: [first], whys: behind }) => (
        <li key={key}>
          <p lang={first?.language || undefined}>{first?.text}</p>
          <Why whys={behind} />
        </li>
      ))}
    </ul>
  )
}

/**
 * The session the widget of this tab talks in, as it keeps it; null before it has one. Each story has
 * a session of its own: changing the story puts the widget's aside and brings the story's back.
 */
function useChatSession(chat: string, story: string): string | null {
  const key = `amiable:${chat}:session`
  const [session, setSession] = useState(() => {
    takeSeat(key, story)
    return sessionIn(key)
  })
  useEffect(() => {
    const changed = () => setSession(sessionIn(key))
    window.addEventListener('storage', changed)
    return () => window.removeEventListener('storage', changed)
  }, [key])
  return session
}

function sessionIn(key: string): string | null {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { session?: string } | null
  return kept?.session ?? null
}

function takeSeat(key: string, story: string): void {
  const seated = sessionStorage.getItem('playground:story')
  if (seated === story) return
  const leaving = sessionStorage.getItem(key)
  if (seated && leaving) sessionStorage.setItem(`playground:${seated}`, leaving)
  const coming = sessionStorage.getItem(`playground:${story}`)
  if (coming) sessionStorage.setItem(key, coming)
  else sessionStorage.removeItem(key)
  sessionStorage.removeItem(key.replace(/session$/, 'pending'))
  sessionStorage.setItem('playground:story', story)
}
