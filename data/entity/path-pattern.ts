/** '/in/*' made ready: each step is literal, or a name after a literal beginning. */
export interface PathPattern {
  readonly steps: readonly Step[]
  /** The parameter whose value is the name ('/profile.php?id=*'), or null. */
  readonly parameter: string | null
  /** What a match is read as: null as itself, else '/@*' or '*.tumblr.com'. */
  readonly as: string | null
}

interface Step {
  readonly literal: string
  readonly named: boolean
}

export interface PathMatch {
  /** Null: on the host where it was found. */
  readonly host: string | null
  /** The actor's prefix. */
  readonly rest: string
  /** What the address has beyond it. */
  readonly tail: string
}

const hostLabel = /^[a-z0-9_-]{1,63}$/

/** Reads a path of creation-rules.ts. */
export function compilePath(path: string | readonly [string, string]): PathPattern {
  const [text, as] = typeof path === 'string' ? [path, null] : path
  const [steps = '', parameter] = text.split('?')
  return { steps: steps.slice(1).split('/').map(readStep), parameter: parameter?.replace('=*', '') ?? null, as }
}

function readStep(text: string): Step {
  return text.endsWith('*') ? { literal: text.slice(0, -1), named: true } : { literal: text, named: false }
}

/** '/in/Name/more?a=b' as patterns read it: taken apart once, held against several. */
export interface SplitPath {
  readonly steps: readonly string[]
  readonly query: string | undefined
}

export function splitPath(rest: string): SplitPath {
  const at = rest.indexOf('?')
  const path = at < 0 ? rest : rest.slice(0, at)
  return { steps: path.split('/').slice(1), query: at < 0 ? undefined : rest.slice(at + 1) }
}

/**
 * Holds `pattern` against the beginning of `path`. Names are put in lower case, for platforms don't tell them apart by
 * it, but where `caseCounts`. Null when it doesn't match or a name is none.
 */
export function matchPath(
  pattern: PathPattern,
  path: SplitPath,
  isName: (name: string) => boolean,
  caseCounts?: RegExp,
): PathMatch | null {
  const name = lastName(pattern.steps, path.steps, isName)
  if (name === null) return null
  const { steps, parameter, as } = pattern
  const head = `/${path.steps.slice(0, steps.length).join('/')}`
  const fold = caseCounts?.test(head) === true ? (text: string) => text : lowerCase
  if (parameter !== null) return byParameter(fold(head), parameter, path.query)
  const tail = pathTail(path.steps.slice(steps.length), path.query)
  if (as === null) return { host: null, rest: fold(head), tail }
  if (as.startsWith('/')) return { host: null, rest: as.replace('*', () => fold(name)), tail }
  const label = name.toLowerCase()
  return hostLabel.test(label) ? { host: as.replace('*', label), rest: '', tail } : null
}

/** The last name that `steps` find in `path`, '' when they hold none; null when they don't match. */
function lastName(steps: readonly Step[], path: readonly string[], isName: (name: string) => boolean): string | null {
  if (path.length < steps.length) return null
  let last = ''
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at]!
    const name = nameIn(step, path[at]!)
    if (name === null || (step.named && !isName(name))) return null
    if (step.named) last = name
  }
  return last
}

/** What `found` has after the step's literal; '' for a literal step; null when it isn't this step. */
function nameIn({ literal, named }: Step, found: string): string | null {
  if (!named) return found.toLowerCase() === literal ? '' : null
  return found.startsWith(literal) && found.length > literal.length ? found.slice(literal.length) : null
}

function byParameter(head: string, parameter: string, query: string | undefined): PathMatch | null {
  const start = `${parameter}=`
  const parameters = query?.split('&') ?? []
  const found = parameters.find(text => text.startsWith(start) && text.length > start.length)
  if (found === undefined) return null
  const others = parameters.filter(text => text !== found)
  return { host: null, rest: `${head}?${found}`, tail: others.map(text => `&${text}`).join('') }
}

function pathTail(steps: readonly string[], query: string | undefined): string {
  return steps.map(step => `/${step}`).join('') + (query === undefined ? '' : `?${query}`)
}

/** Lower case, but for percent-escapes, whose normal form is upper case. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.includes('%') ? lower.replace(/%[0-9a-f]{2}/g, escape => escape.toUpperCase()) : lower
}
