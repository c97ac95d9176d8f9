/** What the tools do, said of a network that came as a file. */
export const deedsOfFileEn = {
  deeds: {
    analyse: { aim: 'Measures, communities and places on the map, from the ties as they are now.' },
    csv: { aim: 'Tables of nodes and ties, with a codebook; for Excel, LibreOffice, pandas.' },
    suggest: { aim: 'Nodes that may be one. Nothing changes by itself.' },
    forget: { aim: 'On objection: removes the node and its ties for good. It can’t be taken back.' },
  },
  deedFields: { evidence: 'With what the file says of the ties' } as Record<string, string>,
  deedOptions: {
    'weight evidence': 'as the file gives it',
    'weight pages': 'as the file gives it',
    'weight links': 'as the file gives it',
    'graph links': 'ties of the file',
    'graph co-citation': 'ties from the same',
    'graph coupling': 'ties to the same',
  } as Record<string, string>,
  forgetAsk: (name: string): string => `Remove ${name} and its ties for good? Nothing brings them back.`,
  forgottenCopies: 'Copies of the study, maps made public and reports handed on before still hold it.',
}
