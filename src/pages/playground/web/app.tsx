import { render } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../conversation/language.ts'
import type { SampleAccount, SamplesView, WhyTurn } from '../views.ts'
import { Call } from './call.tsx'
import { numberIn } from './typography.ts'
import { Phone } from './phone.tsx'
import { Site } from './site.tsx'
import { Person, Stories } from './stories.tsx'
import { api, codeIsOut } from './talk.ts'
import { useWords, WordsContext, wordsIn } from './words.ts'
import './theme.css'
import './lanes.css'

const lanes = ['sms', 'site', 'call'] as const
type Lane = (typeof lanes)[number]
const languages = ['fr', 'en'] as const

function App() {
  const [language, setLanguage] = useState<Language>(
    document.documentElement.lang === 'en' ? 'en' : 'fr',
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <WordsContext.Provider value={wordsIn(language)}>
      <a class="skip" href="#lines">
        {wordsIn(language).say('skip')}
      </a>
      <Top language={language} setLanguage={setLanguage} />
      <Page />
    </WordsContext.Provider>
  )
}

interface TopProps {
  language: Language
  setLanguage: (language: Language) => void
}

function Top({ language, setLanguage }: TopProps) {
  const { say } = useWords()
  return (
    <header class="top">
      <span class="brand">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="10" />
          <path d="M9 22.5 16 9l7 13.5" />
          <circle cx="16" cy="20.5" r="2.4" />
        </svg>
        Amiable
      </span>
      <div class="languages" role="group" aria-label={say('language')}>
        {languages.map((one) => (
          <button
            type="button"
            lang={one}
            aria-label={one === 'fr' ? 'Français' : 'English'}
            key={one}
            aria-pressed={one === language}
            onClick={() => setLanguage(one)}
          >
            {one.toUpperCase()}
          </button>
        ))}
      </div>
    </header>
  )
}

function Page() {
  const { say } = useWords()
  const [view, setView] = useState<SamplesView | null>(null)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    api.samples().then(setView, () => setLost(true))
  }, [])
  const first = view?.samples[0]
  if (lost)
    return (
      <p class="notice" role="alert">
        {say('unreachable')}
      </p>
    )
  if (!view || !first) return <p class="notice">{say('loading')}</p>
  return <Playground view={view} first={first} />
}

function Playground({ view, first }: { view: SamplesView; first: SampleAccount }) {
  const { say } = useWords()
  const [sample, setSample] = useState(first)
  const [codeOutFor, setCodeOutFor] = useState<string | null>(null)
  const onWhys = useCallback(
    (whys: WhyTurn[]) => {
      if (codeIsOut(whys, Date.now())) setCodeOutFor(sample.reference)
    },
    [sample],
  )
  const codeOut = codeOutFor === sample.reference
  return (
    <main class="page">
      <div class="rail">
        <h1>{say('headline')}</h1>
        <p class="lead">{say('lead')}</p>
        <Stories samples={view.samples.slice(0, 6)} chosen={sample} choose={setSample} />
      </div>
      <div class="stage" id="lines" tabIndex={-1}>
        <Person sample={sample} brand={view.brand} codeOut={codeOut} />
        <Lanes key={sample.reference} view={view} sample={sample} onWhys={onWhys} />
      </div>
    </main>
  )
}

interface LanesProps {
  view: SamplesView
  sample: SampleAccount
  onWhys: (whys: WhyTurn[]) => void
}

/** Three lines side by side; on a narrow screen one at a time, chosen by radio buttons. */
function Lanes({ view, sample, onWhys }: LanesProps) {
  const { say } = useWords()
  const [shown, setShown] = useState<Lane>('sms')
  const props = { sample, brand: view.brand, onWhys }
  const none = <p class="notice">{say('no_number')}</p>
  const insides = {
    sms: view.sms ? <Phone {...props} /> : none,
    site: view.chat ? <Site {...props} chat={view.chat} /> : none,
    call: view.voice ? <Call {...props} /> : none,
  }
  const numbers = { sms: view.sms, site: null, call: view.voice }
  return (
    <>
      <Tabs shown={shown} show={setShown} />
      <div class="lanes">
        {lanes.map((lane) => (
          <section
            class={lane === shown ? 'lane shown' : 'lane'}
            key={lane}
            aria-labelledby={`title-${lane}`}
          >
            <h2 id={`title-${lane}`}>
              {say(`title_${lane}`)} <span>{numberIn(numbers[lane])}</span>
            </h2>
            {insides[lane]}
          </section>
        ))}
      </div>
    </>
  )
}

function Tabs({ shown, show }: { shown: Lane; show: (lane: Lane) => void }) {
  const { say } = useWords()
  return (
    <fieldset class="tabs">
      <legend class="hidden">{say('lines')}</legend>
      {lanes.map((lane) => (
        <label key={lane}>
          <input type="radio" name="lane" checked={lane === shown} onChange={() => show(lane)} />
          <span>{say(`line_${lane}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const root = document.getElementById('app')
if (root) render(<App />, root)
