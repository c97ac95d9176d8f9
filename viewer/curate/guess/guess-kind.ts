import { creationRules } from '../../../data/entity/creation-rules.ts'
import { readPlace } from '../../../data/entity/read-place.ts'
import { readParts } from '../../../data/url/address.ts'
import { normalizeUrl } from '../../../data/url/normalize-url.ts'
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
  if (byAddress) return { value: byAddress.kind, from: 'its address' }
  if (platforms.has(host)) return { value: 'platform', from: `${host} is a platform` }
  for (const sign of kindSigns) {
    const found = foundIn(sign, host, traces)
    if (found !== null) return { value: sign.kind, from: found }
  }
  return null
}

function kindOfActor({ id }: Traces): Guess | null {
  const [, kind = 'profile'] = actorKinds.find(([address]) => address.test(id)) ?? []
  return kind === '' ? null : { value: kind, from: `its address on ${id.split('/')[0]!}` }
}

function foundIn({ words = [], inName }: KindSign, host: string, { anchors }: Traces): string | null {
  if (inName?.test(host.split('.').slice(0, -1).join('-'))) return 'its name'
  // The anchors that most use: what it is called, not what one of them says of it.
  const names = anchors.filter(anchor => !isAddress(anchor)).slice(0, 3)
  const said = names.map(anchor => `-${plainWords(anchor).join('-')}-`)
  const word = words.find(one => said.some(anchor => anchor.includes(`-${one}-`)))
  return word === undefined ? null : `'${word}' in its anchors`
}
