/** By what the name of an end begins that is a community: 'community:3', 'community:Digital left', 'community:site.example'. */
export const communityMark = 'community:'
