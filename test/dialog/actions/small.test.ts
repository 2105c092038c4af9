import { describe, expect, it } from 'vitest'
import { newDialogState } from '../../../src/conversation/state.ts'
import type { Level } from '../../../src/conversation/state.ts'
import { recordCause } from '../../../src/dialog/actions/cause.ts'
import { hangUp } from '../../../src/dialog/actions/hang-up.ts'
import { lowerLevel, raiseLevel } from '../../../src/dialog/actions/level.ts'
import { inputOf } from './facts.ts'

describe('small actions', () => {
  it('remember why a bill is not paid, on file and in the talk', () => {
    const { effects, state } = recordCause.run(inputOf({ slots: { cause: 'forgot' } }))
    expect(effects).toEqual([{ kind: 'cause', cause: 'forgot' }])
    expect(state).toEqual({ cause: 'forgot' })
  })

  it('move the level one step and stay at either end', () => {
    const from = (level: Level) => inputOf({ state: { ...newDialogState('fr'), level } })
    expect(lowerLevel.run(from('expert')).state).toEqual({ level: 'standard' })
    expect(lowerLevel.run(from('simple')).state).toEqual({ level: 'simple' })
    expect(raiseLevel.run(from('simple')).state).toEqual({ level: 'standard' })
    expect(raiseLevel.run(from('expert')).state).toEqual({ level: 'expert' })
  })

  it('end a call', () => {
    expect(hangUp.run(inputOf())).toEqual({ outcome: 'ok', hangup: true })
  })
})
