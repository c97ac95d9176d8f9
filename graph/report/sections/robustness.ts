import { type Block, numbers, paragraph, table, words as text } from '../document/block.ts'
import { plain, type Prose, prose, share } from '../document/prose.ts'
import type { Num } from '../findings/num.ts'
import type { Survival, Trial } from '../findings/robustness.ts'
import { nodeMeasures } from '../../analysis/registry.ts'
import type { Speech } from '../words/speech.ts'
import { empty, groupName, measureTitle, type Telling } from './telling.ts'

/** Which findings hold with other seeds, less depth, fewer pages. */
export function tellRobustness({ findings: { robustness }, speech }: Telling): Block[] {
  return robustness === null
    ? []
    : [paragraph(speech.words.robustness.lead), ...robustness.trials.map(trial => trialTable(trial, speech))]
}

function trialTable(trial: Trial, speech: Speech): Block {
  const told = speech.words.robustness
  const caption = {
    seeds: () => told.trials.seeds([share(trial.at)], trial.draws),
    depth: () => told.trials.depth(trial.at),
    max_pages: () => told.trials.max_pages(trial.at),
  }[trial.what]()
  const isDrawn = trial.draws.value > 1
  const holds = (survives: Num): Prose =>
    isDrawn ? [share(survives)] : [survives.value === 1 ? told.holdsOnce.yes : told.holdsOnce.no]
  return table(
    prose`${caption} ${isDrawn ? told.sizeOnAverage(trial.nodes, trial.edges) : told.size(trial.nodes, trial.edges)}`,
    [
      text([told.finding]),
      numbers([told.observed]),
      ...(isDrawn
        ? [numbers([told.mean]), numbers([told.range]), numbers([told.survives])]
        : [numbers([told.inIt]), text([told.holds])]),
    ],
    trial.survivals.map(survival => [
      findingName(survival, speech),
      survival.finding === 'sign' || survival.finding === 'value' ? [plain(survival.observed)] : empty,
      survival.mean ? [plain(survival.mean)] : [speech.words.notDefined],
      ...(isDrawn ? [survival.low && survival.high ? told.rangeOf(survival.low, survival.high) : empty] : []),
      survival.survives ? holds(survival.survives) : empty,
    ]),
  )
}

function findingName({ finding, of, survives }: Survival, speech: Speech): Prose {
  const told = speech.words.robustness
  const [measure = '', group = ''] = of.split(' ')
  if (finding === 'communities') return [told.communities]
  if (finding === 'leaders') return [told.leaders(nodeTitle(measure, speech))]
  const name = measureTitle(speech, measure) + (group === '' ? '' : `, ${groupName(speech, group)}`)
  return [survives ? told[finding](name) : name]
}

const nodeTitle = (name: string, { language }: Speech): string =>
  nodeMeasures.find(measure => measure.name === name)?.title[language] ?? name
