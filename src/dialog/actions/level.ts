import type { Level } from '../../conversation/state.ts'
import type { ActionDefinition } from '../action.ts'

const levels: Level[] = ['simple', 'standard', 'expert']

function moved(level: Level, by: 1 | -1): Level {
  return levels[levels.indexOf(level) + by] ?? level
}

/** From here on things are said more plainly. */
export const lowerLevel: ActionDefinition = {
  name: 'lower_level',
  outcomes: ['ok'],
  vars: {},
  run: ({ state }) => ({ outcome: 'ok', state: { level: moved(state.level, -1) } }),
}

/** From here on things are said with more detail. */
export const raiseLevel: ActionDefinition = {
  name: 'raise_level',
  outcomes: ['ok'],
  vars: {},
  run: ({ state }) => ({ outcome: 'ok', state: { level: moved(state.level, 1) } }),
}
