/** What the widget itself says; what is said in the talk comes from the flows. */
export interface Words {
  /** How times are written. */
  locale: string
  launcher: string
  close: string
  title: string
  subtitle: string
  log: string
  input: string
  placeholder: string
  send: string
  person: string
  askPerson: string
  forget: string
  forgetSure: string
  you: string
  bot: string
  advisor: string
  typing: string
  connecting: string
  away: string
  waiting: string
  held: string
  unread: (count: number) => string
  choices: string
}

export const words: Record<'fr' | 'en', Words> = {
  fr: {
    locale: 'fr-FR',
    launcher: 'Écrivez-nous',
    close: 'Réduire la conversation',
    title: 'Votre conversation',
    subtitle: 'Assistant automatique, ou une personne',
    log: 'Messages',
    input: 'Votre message',
    placeholder: 'Écrivez ici, comme ça vient',
    send: 'Envoyer',
    person: 'Parler à une personne',
    askPerson: 'Je voudrais parler à une personne',
    forget: 'Effacer de cet appareil',
    forgetSure: 'Effacer ? Touchez encore',
    you: 'Vous',
    bot: 'Assistant automatique',
    advisor: 'Une personne de l’équipe',
    typing: 'L’assistant écrit',
    connecting: 'Connexion en cours',
    away: 'Pas de connexion. Vos messages partiront dès qu’elle revient.',
    waiting: 'En attente',
    held: 'Reçu',
    unread: (count) => (count > 1 ? `${count} nouveaux messages` : '1 nouveau message'),
    choices: 'Réponses possibles',
  },
  en: {
    locale: 'en-GB',
    launcher: 'Write to us',
    close: 'Minimise the conversation',
    title: 'Your conversation',
    subtitle: 'Automated assistant, or a person',
    log: 'Messages',
    input: 'Your message',
    placeholder: 'Write here, in your own words',
    send: 'Send',
    person: 'Talk to a person',
    askPerson: 'I would like to talk to a person',
    forget: 'Clear from this device',
    forgetSure: 'Clear? Press again',
    you: 'You',
    bot: 'Automated assistant',
    advisor: 'A person of the team',
    typing: 'The assistant is writing',
    connecting: 'Connecting',
    away: 'No connection. Your messages will leave as soon as it is back.',
    waiting: 'Waiting',
    held: 'Received',
    unread: (count) => (count > 1 ? `${count} new messages` : '1 new message'),
    choices: 'Possible answers',
  },
}
