/** Works that a report refers to, as a list of references has them. The same in every language. */
export const references = {
  ackland:
    'Ackland, R. & Gibson, R. (2013). Hyperlinks and networked communication: a comparative study of political parties online. International Journal of Social Research Methodology 16(3), 231–244.',
  batagelj:
    'Batagelj, V. & Mrvar, A. (2001). A subquadratic triad census algorithm for large sparse networks with small maximum degree. Social Networks 23(3), 237–243.',
  benjamini:
    'Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to multiple testing. Journal of the Royal Statistical Society B 57(1), 289–300.',
  besag: 'Besag, J. & Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika 78(2), 301–304.',
  blondel:
    'Blondel, V. D., Guillaume, J.-L., Lambiotte, R. & Lefebvre, E. (2008). Fast unfolding of communities in large networks. Journal of Statistical Mechanics, P10008.',
  danon:
    'Danon, L., Díaz-Guilera, A., Duch, J. & Arenas, A. (2005). Comparing community structure identification. Journal of Statistical Mechanics, P09008.',
  demaeyer:
    'De Maeyer, J. (2013). Towards a hyperlinked society: a critical review of link studies. New Media & Society 15(5), 737–751.',
  fay: 'Fay, M. P. & Shaw, P. A. (2010). Exact and asymptotic weighted logrank tests for interval censored data: the interval R package. Journal of Statistical Software 36(2).',
  gould:
    'Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction networks. Sociological Methodology 19, 89–126.',
  greene:
    'Greene, D., Doyle, D. & Cunningham, P. (2010). Tracking the evolution of communities in dynamic social networks. Proceedings of ASONAM, 176–183.',
  holland:
    'Holland, P. W. & Leinhardt, S. (1970). A method for detecting structure in sociometric data. American Journal of Sociology 76(3), 492–513.',
  kaplan:
    'Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American Statistical Association 53(282), 457–481.',
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
  hubert: 'Hubert, L. & Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193–218.',
  peixoto:
    'Peixoto, T. P. (2017). Nonparametric Bayesian inference of the microcanonical stochastic block model. Physical Review E 95, 012317.',
  phipson:
    'Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics and Molecular Biology 9(1), 39.',
  thelwall: 'Thelwall, M. (2004). Link Analysis: An Information Science Approach. Elsevier.',
  dekker:
    'Dekker, D., Krackhardt, D. & Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and autocorrelation conditions. Psychometrika 72(4), 563–581.',
  lancichinetti:
    'Lancichinetti, A. & Fortunato, S. (2012). Consensus clustering in complex networks. Scientific Reports 2, 336.',
  milo: 'Milo, R., Kashtan, N., Itzkovitz, S., Newman, M. E. J. & Alon, U. (2003). On the uniform generation of random graphs with prescribed degree sequences. arXiv:cond-mat/0312028.',
  simpson: 'Simpson, E. H. (1949). Measurement of diversity. Nature 163, 688.',
  snijders:
    'Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for network statistics. Connections 22(2), 161–170.',
  traag:
    'Traag, V. A., Waltman, L. & van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities. Scientific Reports 9, 5233.',
  turnbull:
    'Turnbull, B. W. (1976). The empirical distribution function with arbitrarily grouped, censored and truncated data. Journal of the Royal Statistical Society B 38(3), 290–295.',
} as const

export type ReferenceKey = keyof typeof references
