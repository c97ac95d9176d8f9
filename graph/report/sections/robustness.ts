import { type ReportBlock, paragraph } from '../document/block.ts'
import { prose, share } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldSurvival, Trial } from '../findings/robustness.ts'
import { nodeMeasures } from '#graph/analysis/registry.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { groupName, measureTitle, type Telling } from './telling.ts'

/** Which findings hold with other seeds, less depth, fewer pages. */
export function tellRobustness({ findings: { robustness, crawled }, speech }: Telling): ReportBlock[] {
  return robustness === null
    ? []
    : [
        paragraph(crawled ? speech.words.robustness.lead : speech.words.robustness.leadOfFile),
        ...robustness.trials.map(trial => trialTable(trial, speech, crawled)),
      ]
}

function trialTable(trial: Trial, speech: ReportSpeech, crawled: boolean): ReportBlock {
  const told = speech.words.robustness
  const caption = {
    seeds: () => (crawled ? told.trials.seeds : told.sitesDrawn)([share(trial.at)], trial.draws),
    depth: () => told.trials.depth(trial.at),
    max_pages: () => told.trials.max_pages(trial.at),
  }[trial.what]()
  const isDrawn = trial.draws.value > 1
  return table(
    prose`${caption} ${isDrawn ? told.sizeOnAverage(trial.nodes, trial.edges) : told.size(trial.nodes, trial.edges)}`,
    trial.survivals,
    [
      text(told.finding, survival => findingName(survival, speech)),
      numbers(told.observed, ({ finding, observed }) => (finding === 'sign' || finding === 'value' ? observed : null)),
      numbers(isDrawn ? told.mean : told.inIt, ({ mean }) => mean ?? speech.words.notDefined),
      ...(isDrawn
        ? [numbers(told.range, ({ low, high }: ToldSurvival) => low && high && told.rangeOf(low, high))]
        : []),
      isDrawn
        ? numbers(told.survives, ({ survives }) => survives && share(survives))
        : text(told.holds, ({ survives }) => survives && told.holdsOnce[survives.value === 1 ? 'yes' : 'no']),
    ],
  )
}

function findingName({ finding, of, survives }: ToldSurvival, speech: ReportSpeech): string {
  const told = speech.words.robustness
  const [measure = '', group = ''] = of.split(' ')
  if (finding === 'communities') return told.communities
  if (finding === 'leaders') return told.leaders(nodeTitle(measure, speech))
  const name = measureTitle(speech, measure) + (group === '' ? '' : `, ${groupName(speech, group)}`)
  return survives ? told[finding](name) : name
}

function nodeTitle(name: string, { measure }: ReportSpeech): string {
  const card = nodeMeasures.find(each => each.name === name)
  return card === undefined ? name : measure(card).title
}
