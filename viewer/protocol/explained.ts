/** Answer of /api/why?one=…&other=…: why two sites, a site and a community, or two communities are together, or apart. */
export type { Why as WhyData } from '#graph/explain/reckon/explain-pair.ts'
export type { Between, QuotedTie } from '#graph/explain/reckon/between.ts'
export type { Leaning } from '#graph/explain/reckon/leanings.ts'
export type { SharedSites } from '#graph/explain/reckon/shared-sites.ts'
export type { AgainstChance } from '#graph/explain/chance/poisson-binomial.ts'
export type { End } from '#graph/explain/reckon/ends.ts'

/** Answer of /api/community?of=…: all that is told of a community, named as `End.text` has it. */
export type { CommunityFacts as CommunityData } from '#graph/explain/reckon/describe-community.ts'
export type { Member } from '#graph/explain/reckon/community-members.ts'
export type { TiesWith } from '#graph/explain/reckon/community-ties.ts'

export type { CommunityWords, QuotedPage } from '#graph/explain/reckon/explained.ts'
