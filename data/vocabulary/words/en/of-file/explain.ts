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
  communityPageCited: (nodes: string): string => `from ${nodes}`,
  communityNoPages: 'The file says of nodes only.',
  communityFilePages: 'The file says of nodes only.',
  captionUnknown: 'The ties of its nodes are not known.',
  whyParting: 'Which nodes hold them together',
  whyPartingNone: 'No other node stands between them.',
  whyPartingMany: 'More than a thousand nodes stand between them.',
  whyPartingSize: (nodes: string): string =>
    `To part them by dropping other nodes, direction ignored, at least ${nodes} would have to go. Each opens a way by it that avoids the others.`,
  whyNotRead: 'Its own ties are not known.',
  whySomeUnread: (nodes: string): string => `The ties of ${nodes} are not known.`,
  whyFileTies: 'The file tells these ties, and no words behind them.',
  whyCiters: 'Ties to both',
  whyCited: 'Ties from both',
  whyCitedUnknown: 'The ties of one of them are not known.',
  whyNoWords: 'There are no sentences to read words in.',
  whyChains: 'Shortest chain of ties',
}
