import type { WordClasses } from '../pattern.ts'

/** Word classes of the intent phrases; spelled as `spell.ts` leaves words (no accents, no "ne"). */
export const classes: WordClasses = {
  // French
  pay: 'payer paie paies paye payes payez payerai paierai payerais paierais regler regle regles reglerai reglerais verser verse solder rembourser rembourse',
  paid: 'paye payer payee payes regle regler reglee vire virer envoye envoyer verse verser solde rembourse',
  can: 'peux peut pourrai pourrais pouvons pourrait pouvez',
  want: 'veux veut voudrais voudrai voulais aimerais souhaite souhaiterais souhaitons prefere prefererais',
  bill: 'facture factures papier papiers courrier lettre montant somme releve decompte document calcul echeancier',
  me: 'je moi me on nous',
  you: 'vous tu te t',
  not: 'pas plus jamais rien point',
  is: 'est etes es sont suis',
  write:
    'ecrire ecrivez ecris contacter contactez contacte relancer relancez appeler appelez appelle harceler harcelez harcele deranger derangez embeter embetez solliciter sollicitez envoyer envoyez envoie spammer spammez joindre',
  messages:
    'message messages sms mail mails mel courriel courriels texto textos relance relances notification notifications appel appels pub pubs',
  stopfr: 'arrete arretez arreter arretes cesse cessez cesser stop stopper stoppez',
  human:
    'conseiller conseillere conseillers humain humaine agent operateur operatrice responsable employe employee teleconseiller',
  month: 'mois mensualites mensualite fois echeances versements paiements prelevements',
  up: 'augmente augmentee augmentation augmenter hausse monte grimpe double triple explose cher chere chers elevee eleve haute haut enorme gros grosse delirant',
  // English
  paye: 'pay paying settle clear cover',
  paide: 'paid payed settled cleared sent transferred made',
  wante: 'want wanna need like prefer wish',
  bille: 'bill bills invoice statement amount letter charge charges',
  note: 'not never cannot',
  texte:
    'text texting texts message messaging messages contact contacting email emailing emails call calling calls write writing bother bothering harass harassing sms spam spamming ring ringing chase chasing',
  persone: 'person human adviser agent representative operator somebody someone supervisor manager',
  instale: 'instalments instalment installments parts payments chunks goes stages bits',
}
