/** By what the name of an end begins that is a community: 'community:3', 'community:Digital left', 'community:site.example'. */
const communityMark = 'community:'
/** Of one that is named by one of its sites, and by nothing else: 'community-of:3' in a file whose nodes are numbers. */
const communityOfMark = 'community-of:'

/** The community of a site, as an end. */
export const communityOfSite = (id: string): string => (/^\d+$/.test(id) ? communityOfMark : communityMark) + id

interface NamedCommunity {
  readonly name: string
  /** It is the id of a site, whatever else it could be. */
  readonly isSite: boolean
}

/** What an end calls the community that it is; null: it has no mark, and may be a site. */
export function communityNamed(end: string): NamedCommunity | null {
  if (end.startsWith(communityOfMark)) return { name: end.slice(communityOfMark.length), isSite: true }
  return end.startsWith(communityMark) ? { name: end.slice(communityMark.length), isSite: false } : null
}

/** Whether a name could be taken for a number or for the mark of an end: nobody could ask for a community by it. */
export const isNoCommunityName = (name: string): boolean => /^\d+$/.test(name) || communityNamed(name) !== null
