import type { Folded } from './fold.ts'

/**
 * Keywords that end all messages when they are the whole message: Twilio's defaults, the French ones
 * and those French operators honour (`STOP 36180`). A politeness beside them changes nothing.
 */
const keywords = new Set(
  (
    'stop stopall arret arrete arreter arretez stopsms unsubscribe desabonner desabonnement desabonnez ' +
    'desinscrire desinscription end quit cancel fin revoke optout td stopcontact stoppub arretsms arretez tout remove'
  ).split(' '),
)
const politeness =
  /(?<=.)(?:s?il? ?(?:te|vous) plait|stp|svp|merci|please|pls|plz|thanks|thank you|now|maintenant|bordel|all|everything|messages?|sms|textos?|contact|pub|ok)+$/
/** A cheap first look: most messages hold none of these. */
const likely = /s ?t ?o ?o* ?p|a ?r+ ?e ?t|unsub|desa|desi|end|quit|cancel|fin|revo|opt|td|remove/
const withShortCode = /^stop\d{5}$/

/** True when the whole message is a keyword that ends messages, however it is dressed. */
export function isStopKeyword(folded: Folded): boolean {
  if (folded.text.length > 60 || !likely.test(folded.text)) return false
  const squeezed = folded.text.replace(/[^a-z0-9]/g, '').replace(/([a-z])\1{2,}/g, '$1')
  if (keywords.has(squeezed) || withShortCode.test(squeezed)) return true
  const words = folded.text
    .replace(/[^a-z0-9 ]/g, ' ')
    .trim()
    .replace(/ +/g, ' ')
  const bare = words.replace(politeness, '').trim()
  const repeated = [...new Set(bare.split(' '))]
  return repeated.length === 1 && keywords.has(repeated[0]!) && !/^(fin|end|cancel|td)$/.test(bare)
}
