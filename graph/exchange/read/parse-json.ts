import { lineAt } from './locate-json.ts'
import { fatalMistake, shown } from './mistake-list.ts'

function tryParse(text: string): { value: unknown; message: string | null } {
  try {
    return { value: JSON.parse(text), message: null }
  } catch (error) {
    return { value: null, message: error instanceof Error ? error.message : String(error) }
  }
}

/** Where `text` stops being JSON. V8 says so, but for an unexpected token: then by halving, as what is cut before it only ends too early. */
function positionOfError(text: string, message: string): number {
  const told = /position (\d+)/.exec(message)?.[1]
  if (told !== undefined) return Number(told)
  if (!message.startsWith('Unexpected token')) return text.length
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (tryParse(text.slice(0, middle)).message?.startsWith('Unexpected token')) bad = middle
    else good = middle
  }
  return good
}

/** Parses JSON; a Mistake names the line where it stops being JSON. */
export function parseJson(file: string, text: string): unknown {
  const { value, message } = tryParse(text)
  if (message === null) return value
  const plain = message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON at position.*$/s, '')
  throw fatalMistake(file, lineAt(text, positionOfError(text, message)), shown(plain), 'JSON')
}
