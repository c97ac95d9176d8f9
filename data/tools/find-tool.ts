import type { Borrowing } from './borrowing.ts'
import type { Signature } from './signature.ts'

/** The row of the table that a borrowing shows, the one that says most; null: none. `isOwn`: its host is the site's own. */
export type ToolFinder = (one: Borrowing, isOwn: boolean) => Signature | null

type HostPattern = Extract<Signature['pattern'], { readonly host: string }>
interface HostRow {
  readonly row: Signature
  readonly pattern: HostPattern
}

/**
 * Makes a finder of several tables, the first that knows a borrowing winning: the user's own before the built-in one. Within a table the
 * longer host wins, then the longer path, then the earlier row. A row with a host says nothing of a site's own hosts, one with a path alone does:
 * an engine's folders lie there, also below another one. O(labels of the host) each.
 */
export function buildToolFinder(...tables: readonly (readonly Signature[])[]): ToolFinder {
  const finders = tables.filter(table => table.length > 0).map(finderOf)
  return (one, isOwn) => {
    for (const find of finders) {
      const row = find(one, isOwn)
      if (row !== null) return row
    }
    return null
  }
}

function finderOf(table: readonly Signature[]): ToolFinder {
  const hosts = table.flatMap((row): HostRow[] => ('host' in row.pattern ? [{ row, pattern: row.pattern }] : []))
  const byHost = Map.groupBy(hosts, ({ pattern }) => pattern.host.replace(/^\./, ''))
  const signs = table.filter(({ pattern }) => !('host' in pattern))
  return (one, isOwn) => (one.host === '' ? findSign(signs, one) : findHost(byHost, one, isOwn))
}

function findHost(byHost: ReadonlyMap<string, readonly HostRow[]>, one: Borrowing, isOwn: boolean): Signature | null {
  const fits = ({ pattern }: HostRow): boolean =>
    pattern.kinds.includes(one.kind) && one.detail.toLowerCase().startsWith(pattern.path)
  for (const [name, isWhole] of isOwn ? [] : namesOf(one.host)) {
    const rows = (byHost.get(name) ?? []).filter(row => fits(row) && (isWhole || row.pattern.host.startsWith('.')))
    const best = longestPath(rows)
    if (best !== null) return best
  }
  const lies = ({ pattern }: HostRow): boolean =>
    pattern.kinds.includes(one.kind) && one.detail.toLowerCase().includes(pattern.path)
  return longestPath((byHost.get('') ?? []).filter(lies))
}

/** 'a.b.c:81' → itself, then without its port, then 'b.c' and 'c', which are not the whole of it. */
function namesOf(host: string): (readonly [name: string, isWhole: boolean])[] {
  const bare = host.replace(/:\d+$/, '')
  const labels = bare.split('.')
  const above = labels.slice(1).map((_, at) => [labels.slice(at + 1).join('.'), false] as const)
  return [...(bare === host ? [] : [[host, true] as const]), [bare, true], ...above]
}

const longestPath = (rows: readonly HostRow[]): Signature | null =>
  rows.reduce<HostRow | null>(
    (best, row) => (best === null || row.pattern.path.length > best.pattern.path.length ? row : best),
    null,
  )?.row ?? null

function findSign(rows: readonly Signature[], { kind, detail }: Borrowing): Signature | null {
  const lower = detail.toLowerCase()
  const lengthOf = ({ pattern }: Signature): number => {
    if ('generator' in pattern) return kind === 'generator' && beginsWord(lower, pattern.generator) ? pattern.generator.length : 0 // prettier-ignore
    return 'cookie' in pattern && kind === 'cookie' && isCookie(detail, pattern.cookie) ? pattern.cookie.length : 0
  }
  return rows.reduce<readonly [Signature | null, number]>(
    ([best, length], row) => (lengthOf(row) > length ? [row, lengthOf(row)] : [best, length]),
    [null, 0],
  )[0]
}

/** It begins with these words, the last of them whole: 'hugo' begins 'Hugo 0.1', not 'Hugonomics'. */
const beginsWord = (text: string, beginning: string): boolean =>
  text.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(text.slice(beginning.length))

const isCookie = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
