import type { BuildCommands } from '../data/command.ts'

export const viewerCommands: BuildCommands = _surroundings => []
