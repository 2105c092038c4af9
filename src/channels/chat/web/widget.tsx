import { render } from 'preact'
import { App } from './app.tsx'
import { sheet } from './sheet.ts'
import { words } from './words.ts'

/*
 * <script src="https://hub.example/widget.js" data-creditor="helia" data-language="fr" defer></script>
 *
 * data-creditor  whose chat this is (required)
 * data-language  fr (default) or en
 * data-title     the name at the top; else a neutral one
 * data-open      the panel is open from the start
 */
function start(script: HTMLScriptElement): void {
  const { creditor, language, title, open } = script.dataset
  if (!creditor) throw new Error('the chat widget needs data-creditor on its script tag')
  const spoken = language?.slice(0, 2) === 'en' ? 'en' : 'fr'
  const host = document.createElement('amiable-chat')
  const root = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(sheet)
  root.adoptedStyleSheets = [style]
  document.body.append(host)
  render(
    <App
      hub={new URL(script.src).origin}
      creditor={creditor}
      language={spoken}
      words={words[spoken]}
      title={title || words[spoken].title}
      open={open !== undefined && open !== 'false'}
    />,
    root,
  )
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  if (document.body) start(script)
  else addEventListener('DOMContentLoaded', () => start(script), { once: true })
}
