import { frameMarks, type Mark, type MarkRule } from './link-marks.ts'
import type { Markable } from './markable.ts'

interface TargetRule {
  readonly mark: Mark
  readonly withSubdomains: boolean
  readonly path: RegExp | null
  /** Place in the table: the first rule wins. */
  readonly rank: number
}

/** Between the phrase and the link: an article, a space, a colon. */
const between = String.raw`\s*:?\s*(?:the|a|an|le|la|les|l['’]|un|une)?\s*`

/**
 * Makes a function that marks links by a table of rules, the first that fits winning, targets before words. A user's
 * rules go before the built-in ones: buildMarker([...own, ...linkMarks]). O(labels of the host) per link.
 */
export function buildMarker(table: readonly MarkRule[]): (link: Markable) => Mark | '' {
  const byHost = Map.groupBy(
    table.flatMap((rule, rank) => (rule.target === undefined ? [] : [targetRule(rule.mark, rule.target, rank)])),
    ([host]) => host,
  )
  const phrases = table.flatMap(({ mark, words }) =>
    words === undefined ? [] : [{ mark, pattern: phrasePattern(words) }],
  )
  return link => markOfTarget(link, byHost) || markOfWords(link, phrases)
}

type HostRules = ReadonlyMap<string, readonly (readonly [string, TargetRule])[]>

function targetRule(mark: Mark, target: string, rank: number): readonly [string, TargetRule] {
  const [, dot, host, path] = /^(\.?)([^/$?]+)(.*)$/.exec(target)!
  return [host!, { mark, withSubdomains: dot === '.', path: path === '' ? null : pathPattern(path!), rank }]
}

/** A path segment that names somebody, and is none of a network's own pages. */
const name = String.raw`(?!(?:search|explore|trending|features|pricing|about|login|signup|home|hashtag|privacy|tos|settings|help|jobs|topics|marketplace|sharer)(?:[/?]|$))[^/?.]+(?:\.(?!php|aspx?|html?)[^/?.]+)*`

/** '/pages/', '/*$', '$': what a path and query begin with. */
function pathPattern(path: string): RegExp {
  const source = path
    .replace(/\/?\$$/, '')
    .replace(/[.+?^{}()|[\]\\$]/g, String.raw`\$&`)
    .replaceAll('*', name)
  return new RegExp(`^${source}${path.endsWith('$') ? String.raw`/?(?:\?.*)?$` : ''}`, 'i')
}

/** By the host and the domains above it; of the rules that fit, the first of the table. */
function markOfTarget({ url, zone, element }: Markable, byHost: HostRules): Mark | '' {
  const [, host, path] = /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?(.*)$/.exec(url) ?? []
  if (host === undefined || path === undefined) return ''
  const isFrame = isOutsideMatter(zone) || element === 'iframe'
  const fitting = domainsOf(host)
    .flatMap(domain => (byHost.get(domain) ?? []).map(([, rule]) => ({ rule, domain })))
    .filter(({ rule, domain }) => (rule.withSubdomains || domain === host) && (rule.path?.test(path) ?? true))
    .filter(({ rule }) => isFrame || !frameMarks.includes(rule.mark))
  return fitting.toSorted((a, b) => a.rule.rank - b.rule.rank)[0]?.rule.mark ?? ''
}

/** 'a.b.c' → ['a.b.c', 'b.c', 'c']. */
function domainsOf(host: string): string[] {
  const labels = host.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}

const isOutsideMatter = (zone: Markable['zone']): boolean => zone !== 'content' && zone !== 'comment'

function phrasePattern(words: string): RegExp {
  const source = words.replace(/[.+?^{}()|[\]\\$*]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source}${between}$`, 'iu')
}

function markOfWords(
  { context, anchorAt, zone }: Markable,
  phrases: readonly { mark: Mark; pattern: RegExp }[],
): Mark | '' {
  if (anchorAt === null || !isOutsideMatter(zone)) return ''
  const before = context.slice(Math.max(0, anchorAt[0] - 60), anchorAt[0])
  return phrases.find(({ pattern }) => pattern.test(before))?.mark ?? ''
}
