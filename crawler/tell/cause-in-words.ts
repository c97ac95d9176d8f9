/** What the slugs that a corpus holds mean, for people who did not write them. */
const words: Readonly<Record<string, string>> = {
  robots: 'its robots.txt does not allow it',
  'robots-unreachable': 'its robots.txt could not be read',
  'opt-out': 'on the list of those who want no visit',
  'max-pages': 'beyond the page limit',
  trap: 'an endless series of addresses',
  private: 'a private address, never asked',
  dns: 'no such host name',
  connect: 'no connection',
  timeout: 'no answer in time',
  tls: 'its certificate is not valid',
  closed: 'the connection was cut',
  proxy: 'the proxy did not answer',
  'too-large': 'larger than is read',
  incomplete: 'the answer broke off',
  protocol: 'no proper HTTP',
  'bad-encoding': 'its compression is broken',
  'not-html': 'no HTML page',
  'redirect-loop': 'redirects without end',
  'http-401': 'asks for a password',
  'http-403': 'refused by the site',
  'http-404': 'not found',
  'http-410': 'taken down',
  'http-429': 'too many requests, says the site',
  'http-503': 'out of service',
}

/** A cause as a person reads it: '' for a slug that says enough by itself. */
export const causeInWords = (slug: string): string =>
  words[slug] ?? (/^http-5\d\d$/.test(slug) ? 'an error of the site' : '')
