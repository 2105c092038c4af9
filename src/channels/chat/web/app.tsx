import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { BubbleIcon } from './icons.tsx'
import { Panel } from './panel.tsx'
import { useTalk } from './use-talk.ts'
import type { Words } from './words.ts'

export interface AppProps {
  hub: string
  creditor: string
  language: 'fr' | 'en'
  words: Words
  title: string
  open: boolean
}

/** The button, and the panel it opens. */
export function App({ hub, creditor, language, words, title, open }: AppProps) {
  const [isOpen, setOpen] = useState(open)
  const [seen, setSeen] = useState(0)
  const launcher = useRef<HTMLButtonElement>(null)
  const { state, say, startOver } = useTalk(hub, creditor, language, isOpen)

  const spoken = state.entries.filter(({ who }) => who !== 'customer').length
  useEffect(() => {
    if (isOpen || spoken < seen) setSeen(spoken)
  }, [isOpen, spoken])
  const unread = isOpen ? 0 : Math.max(0, spoken - seen)

  // After it is drawn again: on a small screen the button is not there while the panel is open.
  const wasOpen = useRef(open)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) launcher.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const close = () => setOpen(false)
  const forget = () => {
    startOver()
    close()
  }
  return (
    <div class={isOpen ? 'amiable open' : 'amiable'} lang={language}>
      {isOpen && <Panel {...{ state, words, title, say, close, forget }} />}
      <button
        ref={launcher}
        type="button"
        class="launcher"
        aria-expanded={isOpen}
        aria-controls="amiable-panel"
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        <BubbleIcon />
        <span>{words.launcher}</span>
        {unread > 0 && <Unread count={unread} words={words} />}
      </button>
    </div>
  )
}

function Unread({ count, words }: { count: number; words: Words }) {
  return (
    <span class="unread">
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{words.unread(count)}</span>
    </span>
  )
}
