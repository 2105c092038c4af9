import type { Effect } from '../../conversation/decision.ts'
import type { JournalTurn } from '../../conversation/hub.ts'
import type { Command, Understanding } from '../../conversation/understanding.ts'
import type { EffectView, UnderstoodView, WhyTurn } from './views.ts'

const short = (hash: string) => hash.slice(0, 8)

/** Says why one turn of the journal went as it did, without codes, hashes of codes or salts. */
export function whyOf(turn: JournalTurn): WhyTurn {
  return {
    turn: turn.turn,
    at: turn.at,
    heard: turn.heard.map(({ id, kind, text }) => ({ id, kind, text })),
    understood: turn.understanding && understoodOf(turn.understanding),
    trace: turn.decision.trace,
    effects: turn.decision.effects.map(effectOf),
    expects: turn.decision.expects,
    ran: {
      flows: short(turn.ran.flows),
      texts: short(turn.ran.texts),
      policy: short(turn.ran.policy),
      facts: short(turn.ran.facts),
    },
    hash: short(turn.hash),
    previousHash: short(turn.previousHash),
  }
}

function understoodOf(understanding: Understanding): UnderstoodView {
  const { language, intents, amounts, dates, grade, confidence } = understanding
  const signals = understanding.signals.map(({ kind, grade, text }) => ({ kind, grade, text }))
  const commands = understanding.commands.map(withoutCode)
  return { language, intents, amounts, dates, signals, grade, commands, confidence }
}

function withoutCode(command: Command): Command {
  return 'code' in command && command.code ? { ...command, code: '••••••' } : command
}

function effectOf(effect: Effect): EffectView {
  const { kind } = effect
  switch (effect.kind) {
    case 'challenge':
      return { kind, to: effect.to?.kind ?? null, until: effect.expiresAt }
    case 'code_missed':
      return effect.lockedUntil ? { kind, until: effect.lockedUntil } : { kind }
    case 'proof':
      return { kind, reference: effect.proof.account, until: effect.proof.until }
    case 'commitment':
      return { kind, reference: effect.commitment.reference, commitment: effect.commitment }
    case 'withdrawal':
      return { kind, reference: effect.reference }
    case 'handoff':
      return { kind, reason: effect.handoff.reason, until: effect.handoff.promisedBy }
    case 'grade':
      return { kind, grade: effect.grade }
    case 'cause':
      return { kind, cause: effect.cause }
    case 'task':
      return { kind, task: effect.task, reference: effect.reference, until: effect.due }
    case 'proof_revoked':
    case 'opt_out':
    case 'opt_in':
    case 'unlinked':
      return { kind }
    default:
      return effect satisfies never
  }
}
