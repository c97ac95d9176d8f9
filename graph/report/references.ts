/** Works that a report refers to, as a list of references has them. The same in every language. */
export const references = {
  ackland:
    'Ackland, R. & Gibson, R. (2013). Hyperlinks and networked communication: a comparative study of political parties online. International Journal of Social Research Methodology 16(3), 231–244.',
  barrat:
    'Barrat, A., Barthélemy, M., Pastor-Satorras, R. & Vespignani, A. (2004). The architecture of complex weighted networks. PNAS 101(11), 3747–3752.',
  batagelj:
    'Batagelj, V. & Mrvar, A. (2001). A subquadratic triad census algorithm for large sparse networks with small maximum degree. Social Networks 23(3), 237–243.',
  benjamini:
    'Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to multiple testing. Journal of the Royal Statistical Society B 57(1), 289–300.',
  blondel:
    'Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of communities in large networks. Journal of Statistical Mechanics, P10008.',
  colizza:
    'Colizza, V., Flammini, A., Serrano, M. Á. & Vespignani, A. (2006). Detecting rich-club ordering in complex networks. Nature Physics 2, 110–115.',
  danon:
    'Danon, L., Díaz-Guilera, A., Duch, J. & Arenas, A. (2005). Comparing community structure identification. Journal of Statistical Mechanics, P09008.',
  demaeyer:
    'De Maeyer, J. (2013). Towards a hyperlinked society: a critical review of link studies. New Media & Society 15(5), 737–751.',
  gould:
    'Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction networks. Sociological Methodology 19, 89–126.',
  holland:
    'Holland, P. W. & Leinhardt, S. (1970). A method for detecting structure in sociometric data. American Journal of Sociology 76(3), 492–513.',
  koster: 'Koster, M., Illyes, G., Zeller, H. & Sassman, L. (2022). Robots Exclusion Protocol. RFC 9309, IETF.',
  krackhardt:
    'Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation. Social Psychology Quarterly 51(2), 123–140.',
  leicht:
    'Leicht, E. A. & Newman, M. E. J. (2008). Community structure in directed networks. Physical Review Letters 100, 118703.',
  lusher:
    'Lusher, D. & Ackland, R. (2011). A relational hyperlink analysis of an online social movement. Journal of Social Structure 12.',
  maslov:
    'Maslov, S. & Sneppen, K. (2002). Specificity and stability in topology of protein networks. Science 296, 910–913.',
  newman: 'Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.',
  phipson:
    'Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9(1), 39.',
  thelwall: 'Thelwall, M. (2004). Link Analysis: An Information Science Approach. Elsevier.',
} as const

export type ReferenceKey = keyof typeof references
