import type { ReviewReason } from '#data/vocabulary/words/say.ts'
import type { Speech } from '#viewer/client/words/format.ts'

/** The same reason with its codes as people read them: 'FR' as France, 'ngo' as its kind's name, 'de' as German. */
export function readReason(reason: ReviewReason, speech: Speech): ReviewReason {
  switch (reason.code) {
    case 'country':
      return { ...reason, values: { country: speech.country(String(reason.values.country)) } }
    case 'kind':
      return { ...reason, values: { kind: speech.category('kind', String(reason.values.kind)) } }
    case 'language':
      return { ...reason, values: { language: speech.tongue(String(reason.values.language)) } }
    case 'against':
      return { ...reason, values: { what: nameOf(String(reason.values.what), speech) } }
    default:
      return reason
  }
}

/** Countries are two capital letters; of small ones, what is no kind is a language. */
function nameOf(code: string, speech: Speech): string {
  const asKind = speech.category('kind', code)
  return asKind === code ? speech.tongue(speech.country(code)) : asKind
}
