import type { PartFacts } from './part-facts.ts'

/** Why no corpus may be made of these parts, a sentence each; none: they are all shares of one crawl, each once, and ended. Pure. */
export function objectionsTo(parts: readonly PartFacts[]): string[] {
  const alone = parts.flatMap(ofOne)
  if (alone.length > 0) return alone
  return [...ofNumbers(parts), ...parts.slice(1).flatMap(part => ofTwo(parts[0]!, part))]
}

function ofOne({ file, shard, stand, isEdited }: PartFacts): string[] {
  if (shard === null)
    return [`${file}: a whole corpus was found; expected one share of a crawl, as \`crawl --shard\` makes it`]
  const is = `${file}: share ${shard.share}/${shard.of}`
  return [
    ...(stand === 'at-work' ? [`${is} is still at work; expected an ended one: wait for it`] : []),
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
    ...(first.shard!.seeds === part.shard!.seeds && first.seeds === part.seeds
      ? []
      : [`${part.file}: another seed list was found than in ${first.file}; expected the same, to the byte`]),
    ...differs('the list of waves', first.waves, part.waves),
    ...differs('the setting of comments', first.comments, part.comments),
    ...differs('the table of own marks', first.marks, part.marks),
    ...(first.settings === null || part.settings === null
      ? []
      : differingSettings(first.settings, part.settings, differs)),
  ]
}

function differingSettings(
  one: NonNullable<PartFacts['settings']>,
  other: NonNullable<PartFacts['settings']>,
  differs: (what: string, one: unknown, other: unknown) => string[],
): string[] {
  return Object.keys(one).flatMap(name => differs(`the setting '${name}' with`, one[name], other[name]))
}

const said = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))
