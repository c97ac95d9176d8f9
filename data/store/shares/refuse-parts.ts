import type { PartFacts, TargetFacts } from './part-facts.ts'
import type { Shard } from './shard.ts'

/** Why no corpus may be made of these parts, a sentence each; none: they are all shares of one crawl, each once, and ended. Pure. */
export function objectionsTo(parts: readonly PartFacts[]): string[] {
  const alone = parts.flatMap(ofOne)
  if (alone.length > 0) return alone
  const origins = parts.slice(1).flatMap(part => ofOrigins(parts[0]!, part))
  return origins.length > 0 ? origins : [...ofNumbers(parts), ...parts.slice(1).flatMap(part => ofTwo(parts[0]!, part))]
}

/** Shares of a seed list, and those that were dealt out of a corpus, are put together in two ways. */
function ofOrigins(first: PartFacts, { file, shard }: PartFacts): string[] {
  const [one, other] = [first.shard!.dealt, shard!.dealt]
  if ((one === undefined) !== (other === undefined))
    return [
      `${file}: ${kindOf(shard!)} was found, beside ${kindOf(first.shard!)} in ${first.file}; expected all of one kind`,
    ]
  return one?.corpus === other?.corpus
    ? []
    : [`${file}: it was dealt out of another corpus than ${first.file}; expected all of one`]
}

const kindOf = ({ dealt }: Shard): string =>
  dealt === undefined ? 'a share of a seed list' : 'a share that was dealt out of a corpus'

function ofOne({ file, shard, stand, isEdited }: PartFacts): string[] {
  if (shard === null)
    return [`${file}: a whole corpus was found; expected one share of a crawl, as \`crawl --shard\` makes it`]
  const is = `${file}: share ${shard.share}/${shard.of}`
  return [
    ...(stand === 'at-work' ? [`${is} is still at work; expected an ended one: wait for it`] : []),
    ...(stand === 'not-begun'
      ? [`${is} was dealt out and not visited; expected an ended one: \`crawl --again LABEL\` on it`]
      : []),
    ...(stand === 'unfinished'
      ? [`${is} has not ended; expected an ended one: the command that began it goes on`]
      : []),
    ...(isEdited
      ? [`${is} was edited by people; expected what its crawl stored: merge first, then curate the whole`]
      : []),
  ]
}

function ofNumbers(parts: readonly PartFacts[]): string[] {
  const { of } = parts[0]!.shard!
  const others = parts.filter(({ shard }) => shard!.of !== of)
  if (others.length > 0)
    return others.map(
      ({ file, shard }) =>
        `${file}: a share of ${shard!.of} was found among shares of ${of}; expected all of one number`,
    )
  return Array.from({ length: of }, (_, share) => {
    const found = parts.filter(({ shard }) => shard!.share === share)
    if (found.length === 1) return []
    return found.length === 0
      ? [`share ${share}/${of} is missing; expected all ${of}`]
      : [
          `share ${share}/${of} was found ${found.length} times (${found.map(({ file }) => file).join(', ')}); expected it once`,
        ]
  }).flat()
}

function ofTwo(first: PartFacts, part: PartFacts): string[] {
  const differs = (what: string, one: unknown, other: unknown): string[] =>
    JSON.stringify(one) === JSON.stringify(other)
      ? []
      : [`${part.file}: ${what} ${said(other)} was found; expected ${said(one)}, as in ${first.file}`]
  return [
    ...(first.shard!.seeds === part.shard!.seeds && first.seeds === part.seeds ? [] : [otherSites(first, part)]),
    ...differs('the list of waves', first.waves, part.waves),
    ...differs('the setting of comments', first.comments, part.comments),
    ...differs('the table of own marks', first.marks, part.marks),
    ...differs('the table of own tools', first.tools, part.tools),
    ...(first.settings === null || part.settings === null
      ? []
      : differingSettings(first.settings, part.settings, differs)),
  ]
}

const otherSites = (first: PartFacts, part: PartFacts): string =>
  part.shard!.dealt === undefined
    ? `${part.file}: another seed list was found than in ${first.file}; expected the same, to the byte`
    : `${part.file}: the corpus had other sites or waves when it was dealt out than when ${first.file} was; expected all dealt out before anybody ` +
      'changed which sites are visited'

/** What must be so in the corpus that takes shares back, all of which were dealt out of one: a sentence each. Pure. */
export function objectionsToTarget(target: TargetFacts, parts: readonly PartFacts[]): string[] {
  const { corpus: origin, wave } = parts[0]!.shard!.dealt!
  const { label } = parts[0]!.last!
  if (target.shard !== null)
    return [
      `${target.file}: share ${target.shard.share}/${target.shard.of} was found; expected the corpus that the shares were dealt out of`,
    ]
  if (target.origin !== origin)
    return [`${target.file}: the shares were dealt out of another corpus; expected that one, or a copy of it`]
  if (target.labels.includes(label))
    return [`${target.file}: it has wave '${label}' already; expected shares of a wave that it has not`]
  if (target.wave !== wave || target.crawl > Math.max(...parts.map(({ shard }) => shard!.dealt!.run)))
    return [
      `${target.file}: it was crawled since the shares were dealt out of it; expected no visits meanwhile: what both saw can't be told apart`,
    ]
  return []
}

function differingSettings(
  one: NonNullable<PartFacts['settings']>,
  other: NonNullable<PartFacts['settings']>,
  differs: (what: string, one: unknown, other: unknown) => string[],
): string[] {
  return Object.keys(one).flatMap(name => differs(`the setting '${name}' with`, one[name], other[name]))
}

const said = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))
