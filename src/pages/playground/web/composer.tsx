import { useState } from 'preact/hooks'
import type { SampleAccount, WhyTurn } from '../views.ts'
import { codeIsOut } from './talk.ts'
import { saysOf, useWords, yesNo } from './words.ts'

interface Heard {
  /** What was said already, so that it is not offered again. */
  said: (string | null)[]
  /** The choices the last reply offered. */
  offered?: { label: string }[]
  whys: WhyTurn[]
}

/** A few things this person may say next: the code, what was just asked for, then their story. */
export function ideasFor(sample: SampleAccount, { said, offered = [], whys }: Heard): string[] {
  const last = whys.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  const expects = last?.expects
  const wantsCode = expects ? expects.type === 'code' : codeIsOut(whys, Date.now())
  const { code } = sample.verification
  if (wantsCode && !said.includes(code)) return [code]
  const wantsYes = expects?.slot === 'confirm' || expects?.type === 'yes_no'
  const choices = [
    ...(wantsYes ? yesNo(sample.language) : []),
    ...offered.map(({ label }) => label),
  ]
  const story = saysOf(sample.reference, sample.language).filter((text) => !said.includes(text))
  return [...new Set([...choices.slice(0, 4), ...story.slice(0, 2)])]
}

export function Chips({ ideas, use }: { ideas: string[]; use: (text: string) => void }) {
  const { say } = useWords()
  return (
    <ul class="chips" aria-label={say('suggestions')}>
      {ideas.map((idea) => (
        <li key={idea}>
          <button type="button" onClick={() => use(idea)}>
            {idea}
          </button>
        </li>
      ))}
    </ul>
  )
}

export function Composer({ label, send }: { label: string; send: (text: string) => void }) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim()) send(text.trim())
    setText('')
  }
  return (
    <form class="composer" onSubmit={submit}>
      <input
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={1000}
        autoComplete="off"
        enterKeyHint="send"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" aria-label={say('send')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 19V6M6 11.5 12 5.5l6 6" />
        </svg>
      </button>
    </form>
  )
}
