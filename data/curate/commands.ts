import { Command } from 'commander'
import type { BuildCommands } from '../command/command.ts'
import { classifyCommand } from './classify-command.ts'
import { discoveredCommand } from './discovered-command.ts'
import { nameCommand, noteCommand, setCommand, tagCommand, unnameCommand, untagCommand } from './entity/edit-entity.ts'
import { forgetCommand } from './entity/forget-entity.ts'
import { importTableCommand } from './entity/import-table.ts'
import { listCommand } from './entity/list-entities.ts'
import { logCommand, undoCommand } from './entity/log-events.ts'
import {
  addPrefixCommand,
  datePrefixCommand,
  mergeCommand,
  removePrefixCommand,
  splitCommand,
} from './entity/move-prefixes.ts'
import { regroupCommand } from './entity/regroup-entities.ts'
import { showCommand } from './entity/show-entity.ts'
import { dismissCommand, suggestCommand } from './entity/suggest-entities.ts'
import { storyCommand } from './story/story-command.ts'

const steps = [
  listCommand,
  showCommand,
  setCommand,
  noteCommand,
  tagCommand,
  untagCommand,
  nameCommand,
  unnameCommand,
  addPrefixCommand,
  datePrefixCommand,
  removePrefixCommand,
  mergeCommand,
  splitCommand,
  suggestCommand,
  dismissCommand,
  importTableCommand,
  regroupCommand,
  logCommand,
  undoCommand,
  forgetCommand,
] as const

/** `discovered`, `entity …`, `story …` and `classify`: review and edit. Each step of `entity` that changes something is one event of the corpus. */
export const entityCommands: BuildCommands = surroundings => {
  const entity = new Command('entity').description(
    'Reviews and edits entities; every change is an event that can be taken back.',
  )
  for (const step of steps) {
    const command = step(surroundings)
    // The exit code is the business of cli.ts, which sees only the commands on top.
    entity.addCommand(
      command.exitOverride().showHelpAfterError(`(toile entity ${command.name()} --help lists the options)`),
    )
  }
  return [discoveredCommand(surroundings), entity, storyCommand(surroundings), classifyCommand(surroundings)]
}
