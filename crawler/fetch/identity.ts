import { Mistake } from '#data/mistake.ts'
import { version } from '#data/command/version.ts'

/** The word by which robots.txt files name us (RFC 9309, 2.2.1). */
export const robotsToken = 'Toile'

/** How a crawl introduces itself to every host. */
export interface Identity {
  readonly userAgent: string
  /** Sent as `From` (RFC 9110, 10.1.2) when the contact is an e-mail address, else null. */
  readonly from: string | null
}

const isEmail = (text: string) => /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
const isWebAddress = (text: string) => /^https?:\/\/[^\s()]+$/i.test(text) && URL.canParse(text)
const isPrintable = (text: string) => /^[\x20-\x7e]*$/.test(text)

/**
 * `Toile/<version> (+<contact>)`. With `text`, the words in front of the contact are replaced:
 * `<text> (+<contact>)` if `text` holds the word Toile, else `<text> Toile/<version> (+<contact>)`.
 * Throws a Mistake for a contact that is neither an e-mail address nor an http(s) address, and for text that a header
 * can't hold (anything but printable ASCII, or more than 256 characters).
 */
export function buildIdentity(contact: string, text = ''): Identity {
  const reach = contact.trim()
  if (!isPrintable(reach) || reach.length > 256 || !(isEmail(reach) || isWebAddress(reach)))
    throw new Mistake({ code: 'no-contact', values: { contact } })
  const words = text.trim()
  if (!isPrintable(words) || words.length > 256)
    throw new Mistake(`--user-agent: '${text}' was found, at most 256 printable ASCII characters were expected`)
  const product = `Toile/${version}`
  const named = /\bToile\b/.test(words) ? words : `${words} ${product}`.trim()
  return { userAgent: `${named} (+${reach})`, from: isEmail(reach) ? reach : null }
}
