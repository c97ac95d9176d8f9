import { Command, Option } from 'commander'
import { corpusOption, parseCount } from '#data/command/command-options.ts'
import type { Surroundings } from '#data/command/command.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { figureKinds } from '../protocol/figure.ts'
import type { FigureFlags } from './run-figure.ts'

/** `figure`: draws a figure for print, one that the corpus keeps or one by settings of a file. */
export const figureCommand = (surroundings: Surroundings): Command =>
  new Command('figure')
    .description(
      'Draws a figure as it was kept under its number in the map (Publish, Figure), on what was analysed last, and tells what changed since; without a number the whole map. The same corpus and settings give the same bytes.',
    )
    .argument('[number]', 'of a figure that the corpus keeps', parseCount(1, 9999))
    .addOption(corpusOption())
    .option('--list', 'list the figures that the corpus keeps, with what changed since each was saved')
    .option('--out <file>', 'file to write (default: named after the corpus, in the current folder)')
    .addOption(
      new Option(
        '--format <name>',
        'svg, pdf with its fonts inside, or png (default: by the end of --out, else svg)',
      ).choices(figureKinds),
    )
    .option('--dpi <n>', 'of a PNG whose size is in millimetres', parseCount(30, 2400), 300)
    .option(
      '--settings <file>',
      'JSON with settings that stand before those kept; `figure.json` in a PDF has all of them',
    )
    .addOption(new Option('--language <name>', 'of the words that are not your own').choices(languages))
    .action(async (number: number | undefined, flags: FigureFlags, command: Command) => {
      const given = ['out', 'format', 'dpi', 'settings', 'language'].filter(name => command.getOptionValueSource(name) === 'cli') // prettier-ignore
      // What draws is loaded only here, so that other commands start at once.
      const { runFigure } = await import('./run-figure.ts')
      await runFigure(surroundings, number, { ...flags, given })
    })
