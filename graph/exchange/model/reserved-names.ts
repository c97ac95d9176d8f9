/** Names that the formats or their readers (Gephi, networkx, graphology, igraph) keep for themselves. */
export const reservedNames: readonly string[] =
  'id label x y z size color colour r g b viz key name type weight source target start end timeset interval spells pid parents tags __proto__'.split(
    ' ',
  )
