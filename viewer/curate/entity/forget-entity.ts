import type { Command } from 'commander'
import type { Surroundings } from '../../../data/command.ts'
import { Mistake } from '../../../data/mistake.ts'
import { forgetEntity, type Forgotten } from '../../../data/store/curate/forget.ts'
import { authorOf, editing, withCorpus, type EditOptions } from '../curating.ts'

export const forgetCommand = (surroundings: Surroundings): Command =>
  editing('forget', 'removes pages, texts and links of an entity for good, on objection (GDPR art. 17, 21)')
    .argument('<id>')
    .option('--yes', 'without it, nothing is removed')
    .action((id: string, options: EditOptions & { yes?: boolean }) => {
      if (!options.yes)
        throw new Mistake(
          `'entity forget' can't be taken back; expected --yes, after a copy of the corpus if you may keep one`,
        )
      const forgotten = withCorpus(surroundings, options, 'write', corpus =>
        forgetEntity(corpus, authorOf(surroundings, options), id),
      )
      surroundings.out(options.json ? `${JSON.stringify({ id, ...forgotten })}\n` : describe(id, forgotten))
    })

const describe = (id: string, { pages, links, event, archives, isHeld }: Forgotten): string =>
  [
    `${id}: removed ${pages} addresses and ${links} hyperlinks (event ${event}). It will not be crawled or discovered again here;`,
    'add it to the opt-out list to leave it out of other corpora. Analyse again: names of communities went with it.',
    'Exports, reports, logs and copies made before still hold them: delete those too.',
    ...(isHeld
      ? ['Another program has this corpus open: what was removed leaves the file when that program ends.']
      : []),
    ...archives.map(file => `The archive ${file} holds its pages.`),
    '',
  ].join('\n')
