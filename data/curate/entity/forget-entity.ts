import { howMany } from '#data/command/how-many.ts'
import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { patienceOf } from '#data/store/base/lock-corpus.ts'
import { forgetEntity, type Forgotten } from '#data/store/curate/forget.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { authorOf, editing, type EditOptions } from '../curating.ts'

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
        forgetEntity(corpus, authorOf(surroundings, options), id, patienceOf(surroundings)),
      )
      surroundings.out(options.json ? `${JSON.stringify({ id, ...forgotten })}\n` : describe(id, forgotten))
    })

/** Mentions shown; --json has all. */
const mostMentions = 20

const describe = (id: string, { pages, links, event, archives, copies, isHeld, mentions }: Forgotten): string =>
  [
    `${id}: removed ${howMany(pages, 'address')} and ${howMany(links, 'hyperlink')} (event ${event}). It will not be crawled or discovered again here;`,
    'add it to the opt-out list to leave it out of other corpora. Analyse again: names of communities went with it.',
    'This cannot be taken back. Exports, reports, logs and copies made before still hold them: delete those too.',
    ...(isHeld
      ? ['Another program has this corpus open: what was removed leaves the file when that program ends.']
      : []),
    ...archives.map(file => `The archive ${file} holds its pages.`),
    ...copies.map(
      file => `The copy ${file}, kept when the corpus was brought up to a newer Toile, may hold them, too.`,
    ),
    ...(mentions.length > 0 ? [mentionsOf(mentions)] : []),
    '',
  ].join('\n')

/** They are others' publications, without a link to it, or the researcher's own words: what to do is a person's decision. */
const mentionsOf = (mentions: Forgotten['mentions']): string =>
  [
    `Kept, since others published it or you wrote it: ${howMany(mentions.length, 'text')} naming it. Forget or edit those, too, if need be:`,
    printedColumns(
      mentions.slice(0, mostMentions).map(({ where, text, from }) => [where, text, from]),
      70,
    ).trimEnd(),
    ...(mentions.length > mostMentions ? [`… and ${mentions.length - mostMentions} more (--json lists all)`] : []),
  ].join('\n')
