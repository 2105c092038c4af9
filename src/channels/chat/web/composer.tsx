import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { SendIcon } from './icons.tsx'
import { mostUnits } from './wire.ts'
import type { Words } from './words.ts'

export interface ComposerProps {
  input: RefObject<HTMLTextAreaElement | null>
  words: Words
  say(text: string): void
}

/** Where the customer writes. Enter sends, Shift+Enter breaks the line; a code can be pasted or filled. */
export function Composer({ input, words, say }: ComposerProps) {
  const [text, setText] = useState('')
  useLayoutEffect(() => {
    const area = input.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 140)}px`
  }, [text])

  const send = () => {
    say(text)
    setText('')
    input.current?.focus()
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label class="hidden" for="amiable-input">
        {words.input}
      </label>
      <textarea
        ref={input}
        id="amiable-input"
        rows={1}
        maxLength={mostUnits}
        placeholder={words.placeholder}
        autocomplete="one-time-code"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" class="send" aria-label={words.send} disabled={text.trim() === ''}>
        <SendIcon />
      </button>
    </form>
  )
}
