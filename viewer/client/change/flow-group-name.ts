import type { FlowsData } from '#viewer/protocol/changes.ts'

interface GroupWords {
  readonly flowKinds: Readonly<Record<'alone' | 'unread', string>>
  readonly flowCommunity: (number: number) => string
}

/** As people read it: its number, or that its sites are in none. */
export function flowGroupName({ groups }: FlowsData, at: number, words: GroupWords): string {
  const { kind, community } = groups[at]!
  return kind === 'community' ? words.flowCommunity(community ?? 0) : words.flowKinds[kind]
}
