/** Explanations of a network that came as a file: of ties without pages, sentences and hyperlinks. */
export const explainOfFileEn = {
  communityMember: (from: string, to: string): string => `ties inside: from ${from}, to ${to}`,
  communityMemberUnread: (from: string): string => `ties inside: from ${from}; its own are not known`,
  communityTiesHint:
    'What chance would give: each node keeps how many ties lead to it and how many begin at it; between whom, nothing decides (configuration model). p is the chance of so many or more, or of so few or fewer.',
  communityCites: 'to it',
  communityCitedBy: 'from it',
  communityWords: 'Words',
  communityNoWords: 'There are no sentences to read words in.',
  communityPages: 'Addresses',
  communityNoPages: 'The file says of nodes only.',
  communityFilePages: 'The file says of nodes only.',
  captionUnknown: 'The ties of its nodes are not known.',
  whyOnlyServed: 'The answer to that question is not part of this file: it is asked of the corpus itself.',
  whyNotRead: 'Its own ties are not known.',
  whySomeUnread: (nodes: string): string => `The ties of ${nodes} are not known.`,
  whyFileTies: 'The file tells these ties, and no words behind them.',
  whyCiters: 'Ties to both',
  whyCited: 'Ties from both',
  whyCitedUnknown: 'The ties of one of them are not known.',
  whyNoWords: 'There are no sentences to read words in.',
  whyChains: 'Shortest chain of ties',
}
