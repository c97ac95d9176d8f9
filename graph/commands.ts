import type { BuildCommands } from '../data/command.ts'

export const graphCommands: BuildCommands = _surroundings => []
