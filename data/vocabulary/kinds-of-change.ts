/** What became of a tie from one wave to another. */
export const kindsOfChange = ['kept', 'gone', 'born', 'reborn', 'unknown'] as const
export type KindOfChange = (typeof kindsOfChange)[number]
