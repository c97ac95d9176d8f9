import type { BuildCommands } from '../data/command.ts'

export const crawlerCommands: BuildCommands = _surroundings => []
