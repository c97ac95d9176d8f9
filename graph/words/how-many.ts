/** '1 sentence', '2 sentences'. */
export const howMany = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
