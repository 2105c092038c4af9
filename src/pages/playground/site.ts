import type { Creditor } from '../../conversation/creditor.ts'
import type { Language } from '../../conversation/language.ts'

/** The widget injects its own styles and opens its own socket; only our own pages may frame it. */
export const sitePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const words = {
  fr: {
    title: 'espace client',
    nav: ['Mon contrat', 'Mes factures', 'Aide'],
    heading: 'Bonjour.<br>Une question sur votre facture ?',
    lead: 'Écrivez-nous ici, à toute heure. Un assistant répond tout de suite ; une personne prend le relais quand vous le demandez.',
    cards: [
      ['Comprendre ma facture', 'Ligne par ligne, avec des mots simples.'],
      ['Payer à mon rythme', 'Une date, ou plusieurs fois, sans frais.'],
      ['Parler à quelqu’un', 'Dites-le, à tout moment.'],
    ],
    note: 'Site imaginaire : aucune de ces sociétés n’existe.',
  },
  en: {
    title: 'your account',
    nav: ['My contract', 'My bills', 'Help'],
    heading: 'Hello.<br>A question about your bill?',
    lead: 'Write to us here at any hour. An assistant answers at once; a person takes over when you ask.',
    cards: [
      ['Understand my bill', 'Line by line, in plain words.'],
      ['Pay at my own pace', 'One date, or several payments, at no cost.'],
      ['Talk to someone', 'Say so, at any moment.'],
    ],
    note: 'A made-up site: no such company exists.',
  },
} as const

const style = `
:root{color-scheme:light;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#12211F;background:#fff}
*{box-sizing:border-box}body{margin:0;min-height:100vh;background:linear-gradient(180deg,#FFF7EA 0,#fff 22rem)}
header{display:flex;gap:1.25rem;align-items:center;padding:1rem 1.25rem;flex-wrap:wrap}
.mark{display:flex;gap:.5rem;align-items:center;font-weight:700;font-size:1.15rem;color:#8A3A12;margin-right:auto}
.mark i{width:1.1rem;height:1.1rem;border-radius:50%;background:radial-gradient(circle at 35% 35%,#FFC56B,#E9822B)}
nav{display:flex;gap:1rem;font-size:.85rem;color:#5B4A3D}main{padding:.75rem 1.25rem 6rem;max-width:44rem}
h1{font:600 1.5rem/1.2 ui-serif,Georgia,"Times New Roman",serif;margin:.5rem 0 .75rem;letter-spacing:-.01em}
p{margin:0 0 1.25rem;color:#4A4038}ul{list-style:none;margin:0 0 1.5rem;padding:0;display:grid;gap:.6rem}
li{background:#fff;border:1px solid #F0E2CC;border-radius:14px;padding:.8rem 1rem}li b{display:block}
li span{font-size:.88rem;color:#5B4A3D}small{color:#6B5B4C}`

/** A creditor's own site, made up, with the chat widget on it as any site would embed it. */
export function siteShell(language: Language, { brand, chat }: Creditor): string {
  const say = words[language]
  const cards = say.cards.map(([name, what]) => `<li><b>${name}</b><span>${what}</span></li>`)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${brand}, ${say.title}</title>
<style>${style}</style>
</head>
<body>
<header><span class="mark"><i aria-hidden="true"></i>${brand}</span>
<nav>${say.nav.map((item) => `<span>${item}</span>`).join('')}</nav></header>
<main><small>${say.note}</small><h1>${say.heading}</h1><p>${say.lead}</p><ul>${cards.join('')}</ul></main>
<script src="/widget.js" data-creditor="${chat[0] ?? ''}" data-language="${language}" data-title="${brand}" defer></script>
</body>
</html>
`
}
