/** '1 sentence', '2 sentences', '2 entities', '2 addresses'. */
export const howMany = (count: number, noun: string): string => `${count} ${count === 1 ? noun : pluralOf(noun)}`

const pluralOf = (noun: string): string =>
  noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? `${noun}es` : `${noun}s`
