import { creationRules } from '#data/entity/creation-rules.ts'
import { readPlace } from '#data/entity/read-place.ts'
import { readParts } from '#data/url/address.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import type { GuessReason } from '#data/vocabulary/words/say.ts'
import type { Guess, Traces } from './guess.ts'
import { actorKinds, kindSigns, type KindSign } from './kind-signs.ts'
import { isAddress, plainWords } from './plain-words.ts'

const platforms: ReadonlySet<string> = new Set(
  creationRules.flatMap(({ domains, folds = [] }) => [...domains, ...folds]),
)

/** The kind that an unreviewed entity may be of: by the platform it stands on, else by the first sign that fits. Null when none does. */
export function guessKind(traces: Traces): Guess | null {
  const url = normalizeUrl(traces.homepage)
  if (url !== null && readPlace(url).actor !== null) return kindOfActor(traces)
  const { host = '' } = url === null ? {} : readParts(url)
  const byAddress = kindSigns.find(({ address }) => address?.test(traces.id))
  if (byAddress) return { value: byAddress.kind, from: { code: 'address', values: {} } }
  if (platforms.has(host)) return { value: 'platform', from: { code: 'platform', values: { host } } }
  for (const sign of kindSigns) {
    const found = foundIn(sign, host, traces)
    if (found !== null) return { value: sign.kind, from: found }
  }
  return null
}

function kindOfActor({ id }: Traces): Guess | null {
  const [, kind = 'profile'] = actorKinds.find(([address]) => address.test(id)) ?? []
  const from = { code: 'address-on-platform' as const, values: { platform: id.split('/')[0]! } }
  return kind === '' ? null : { value: kind, from }
}

function foundIn({ words = [], inName }: KindSign, host: string, { anchors }: Traces): GuessReason | null {
  if (inName?.test(host.split('.').slice(0, -1).join('-'))) return { code: 'name', values: {} }
  // What it is called, not what one of them says of it.
  const names = anchors.filter(anchor => !isAddress(anchor) && couldBeName(anchor, host)).slice(0, 3)
  const said = names.map(anchor => `-${plainWords(anchor).join('-')}-`)
  const word = words.find(one => said.some(anchor => anchor.includes(`-${one}-`)))
  return word === undefined ? null : { code: 'word-in-anchors', values: { word } }
}

const mostWords = 6
const small = new Set('the of and for in a an de du des la le les et pour l d'.split(' '))

/** Whether an anchor is what a site of this host may be called: it holds the domain's name, or has its initials. */
function couldBeName(anchor: string, host: string): boolean {
  const domain = registrableDomain(host) ?? host
  const label = domain.slice(0, Math.max(0, domain.indexOf('.'))).replace(/-/g, '')
  const words = plainWords(anchor)
  const telling = words.filter(word => !small.has(word))
  if (telling.length > mostWords || label.length < 2) return false
  const letters = words.join('')
  if ((label.length >= 3 && letters.includes(label)) || (letters.length >= 5 && label.includes(letters))) return true
  const initials = (some: readonly string[]): string => some.map(word => word[0]).join('')
  return initials(words) === label || initials(telling) === label
}
