import type { SampleAccount } from '../views.ts'
import { numberIn } from './typography.ts'
import { useWords } from './words.ts'

interface StoriesProps {
  samples: SampleAccount[]
  chosen: SampleAccount
  choose: (sample: SampleAccount) => void
}

/** The people one can be: a group of radio buttons drawn as cards. */
export function Stories({ samples, chosen, choose }: StoriesProps) {
  const words = useWords()
  return (
    <fieldset class="stories">
      <legend>{words.say('stories')}</legend>
      <div class="cards">
        {samples.map((sample, index) => (
          <label class={`card tone-${index % 6}`} key={sample.reference}>
            <input
              type="radio"
              name="story"
              checked={sample.reference === chosen.reference}
              onChange={() => choose(sample)}
            />
            <Card sample={sample} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Card({ sample }: { sample: SampleAccount }) {
  const words = useWords()
  const [title, text] = words.story(sample.reference) ?? [sample.name, sample.scenario]
  return (
    <>
      <span class="face" aria-hidden="true">
        {initialsOf(sample.name)}
      </span>
      <span class="card-words">
        <b>{title}</b>
        <span class="card-story">{text}</span>
        <span class="card-who">
          {sample.name}
          <span class="money">{words.money(sample.due_cents, sample.currency)}</span>
        </span>
      </span>
    </>
  )
}

/** The first letters of a name, without its title: "Madame Awa Diallo" gives AD. */
function initialsOf(name: string): string {
  const parts = name
    .split(' ')
    .filter((part) => !/^(madame|monsieur|mme|m\.?|mrs?|ms)$/i.test(part))
  return parts
    .slice(0, 2)
    .map((part) => part.slice(0, 1))
    .join('')
}

interface PersonProps {
  sample: SampleAccount
  brand: string
  codeOut: boolean
}

/** Who one is now, and their telephone, where the code arrives. */
export function Person({ sample, brand, codeOut }: PersonProps) {
  const words = useWords()
  return (
    <div class="person">
      <div class="person-who">
        <small>{words.say('story_mark')}</small>
        <b>{sample.name}</b>
        <span>
          {words.say('account')} {sample.reference} · {words.say(`speaks_${sample.language}`)}
        </span>
      </div>
      <div class="person-due">
        <small>{words.say('owed')}</small>
        <b>{words.money(sample.due_cents, sample.currency)}</b>
      </div>
      <Mailbox sample={sample} brand={brand} codeOut={codeOut} />
    </div>
  )
}

function Mailbox({ sample, brand, codeOut }: PersonProps) {
  const { say } = useWords()
  const code = <output class="code">{sample.verification.code}</output>
  return (
    <section class={codeOut ? 'mail new' : 'mail'} aria-label={say('mailbox')} aria-live="polite">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect x="3" y="5.5" width="18" height="13" rx="3" />
        <path d="m4 8 8 6 8-6" />
      </svg>
      <div>
        <small>{numberIn(sample.phone)}</small>
        <span>{codeOut ? `${brand} ${say('mail_new')}` : say('mail_empty')}</span>
      </div>
      {codeOut ? (
        code
      ) : (
        <details>
          <summary>{say('mail_show')}</summary>
          {code}
        </details>
      )}
    </section>
  )
}
