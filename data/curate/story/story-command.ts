import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { howMany } from '#data/command/how-many.ts'
import { printable, printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { saveStory } from '#data/store/stories/save-story.ts'
import { storiesOf, storyNamed } from '#data/store/stories/stories.ts'
import type { Story } from '#data/story/story.ts'
import { readStory, storyFaults } from '#data/story/story-shape.ts'
import { writeFileWhenWhole } from '#data/table/write-when-whole.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { change, type EditOptions, editing, looking, type LookOptions, writeLines } from '../curating.ts'

/** `story …`: guided readings as files. They are written in the map; a file carries one to another study, or to who translates it. */
export function storyCommand(surroundings: Surroundings): Command {
  const story = new Command('story').description('Lists, exports, imports and removes guided readings of the map.')
  for (const step of [listCommand, exportCommand, importCommand, removeCommand]) {
    const command = step(surroundings)
    story.addCommand(
      command.exitOverride().showHelpAfterError(`(toile story ${command.name()} --help lists the options)`),
    )
  }
  return story
}

const listCommand = (surroundings: Surroundings): Command =>
  looking('list', 'tells the stories of the corpus').action((options: LookOptions) => {
    const stories = withCorpus(surroundings, options, 'read', storiesOf)
    if (options.json) return writeLines(surroundings, stories)
    surroundings.out(printedColumns([['STORY', 'STEPS', 'QUOTES', 'TITLE'], ...stories.map(lineOf)]))
  })

const lineOf = ({ name, title, steps }: Story): string[] => [
  name,
  String(steps.length),
  String(steps.reduce((sum, { quotes }) => sum + quotes.length, 0)),
  title.en || title.fr,
]

const exportCommand = (surroundings: Surroundings): Command =>
  looking('export', 'writes a story as JSON, to a file or standard output')
    .argument('<name>', 'its name, as `story list` shows it')
    .option('--out <file>', 'file to write (default: standard output)')
    .action(async (name: string, options: LookOptions & { out?: string }) => {
      const story = withCorpus(surroundings, options, 'read', corpus => storyNamed(corpus, name))
      if (story === null) throw new Mistake({ code: 'no-such-story', values: { name } })
      const text = `${JSON.stringify(story, null, options.json ? undefined : 2)}\n`
      if (options.out === undefined) return surroundings.out(text)
      await writeFileWhenWhole(resolve(surroundings.cwd, options.out), [text], surroundings.stop)
      surroundings.err(`${printable(options.out)}: ${howMany(story.steps.length, 'step')}\n`)
    })

const importCommand = (surroundings: Surroundings): Command =>
  editing('import', 'stores the story of a file, in the place of the one of its name')
    .argument('<file>', 'JSON, as `story export` writes it; its quotes must be hyperlinks of the corpus')
    .action((file: string, options: EditOptions) => {
      const story = storyOfFile(surroundings, file)
      change(surroundings, options, `Story ${story.name}: ${howMany(story.steps.length, 'step')}`, (corpus, author) =>
        saveStory(corpus, author, story.name, story),
      )
    })

const removeCommand = (surroundings: Surroundings): Command =>
  editing('remove', 'takes a story away; `entity undo` brings it back')
    .argument('<name>', 'its name, as `story list` shows it')
    .action((name: string, options: EditOptions) =>
      change(surroundings, options, `Removed: ${printable(name)}`, (corpus, author) => {
        if (storyNamed(corpus, name) === null) throw new Mistake({ code: 'no-such-story', values: { name } })
        return saveStory(corpus, author, name, null)
      }),
    )

function storyOfFile({ cwd }: Surroundings, file: string): Story {
  const value = valueOf(file, textOf(file, resolve(cwd, file)))
  const faults = storyFaults(value)
  if (faults.length > 0) throw new Mistake(faults.map(fault => `${file}: ${fault}`).join('\n'))
  return readStory(value)
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Mistake(`${file}: no file that can be read; expected a story as \`story export\` writes it`)
  }
}

function valueOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Mistake(
      `${file}: no JSON (${printable((error as Error).message)}); expected a story as \`story export\` writes it`,
    )
  }
}
