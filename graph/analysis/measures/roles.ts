import { type Attribute, attributeOf } from '../attribute.ts'
import { type GraphMeasure, type NodeMeasure, single, type Text } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { roleTotals as roleTotalsOf } from '../roles/role-totals.ts'
import { countRoles, expectRoles, type Role, roles } from '../roles/roles.ts'
import type { Scene } from '../scene.ts'

const titles: Readonly<Record<Role, Text>> = {
  coordinator: { en: 'Coordinator', fr: 'Coordinateur' },
  gatekeeper: { en: 'Gatekeeper', fr: 'Portier (gatekeeper)' },
  representative: { en: 'Representative', fr: 'Représentant' },
  itinerant: { en: 'Itinerant broker', fr: 'Courtier itinérant' },
  liaison: { en: 'Liaison', fr: 'Liaison' },
}

const paths: Readonly<Record<Role, Text>> = {
  coordinator: { en: 'all three are of one group', fr: 'tous trois sont du même groupe' },
  gatekeeper: {
    en: 'the first is of another group than the two others',
    fr: 'le premier est d’un autre groupe que les deux autres',
  },
  representative: {
    en: 'the last is of another group than the two others',
    fr: 'le dernier est d’un autre groupe que les deux autres',
  },
  itinerant: {
    en: 'the one between is of another group than both ends',
    fr: 'celui du milieu est d’un autre groupe que les deux bouts',
  },
  liaison: { en: 'all three are of different groups', fr: 'tous trois sont de groupes différents' },
}

const source = 'Gould & Fernandez 1989, Sociological Methodology 19'
const shared = {
  range: [0, Infinity],
  unit: 'paths',
  weighted: false,
  parameters: {},
  needsDirection: true,
  source,
} as const

const countryOf = oncePer((scene: Scene) => attributeOf(scene.site, 'country'))
const countsByCountry = oncePer((scene: Scene) => countRoles(scene.graph, countryOf(scene)))
const expectedByCountry = oncePer((scene: Scene) => expectRoles(countsByCountry(scene), countryOf(scene)))

/** One role's column of counts that stand five to a node; a node without a country has none. */
const column = (counts: Float64Array, role: number, { classOf }: Attribute): Float64Array =>
  Float64Array.from(classOf, (own, node) => (own < 0 ? NaN : counts[node * roles.length + role]!))

export const roleMeasures: readonly NodeMeasure[] = roles.flatMap((role, at): NodeMeasure[] => [
  {
    ...shared,
    kind: 'node',
    name: `role_${role}`,
    type: 'integer',
    title: titles[role],
    description: {
      en: `Number of open paths a→b→c (a does not link to c) with this site as b in which, by country, ${paths[role].en}. Empty without a country.`,
      fr: `Nombre de chemins ouverts a→b→c (a ne cite pas c) dont ce site est b et où, par pays, ${paths[role].fr}. Vide sans pays.`,
    },
    compute: scene => column(countsByCountry(scene), at, countryOf(scene)),
  },
  {
    ...shared,
    kind: 'node',
    name: `role_${role}_expected`,
    type: 'number',
    title: { en: `${titles[role].en}, expected`, fr: `${titles[role].fr}, attendu` },
    description: {
      en: `The mean of role_${role} if the other sites’ countries were dealt out anew.`,
      fr: `La moyenne de role_${role} si les pays des autres sites étaient redistribués au hasard.`,
    },
    compute: scene => column(expectedByCountry(scene), at, countryOf(scene)),
  },
])

export const roleTotals: readonly GraphMeasure[] = roles.map((role, at) => ({
  ...shared,
  kind: 'graph',
  name: `role_${role}`,
  type: 'integer',
  group: 'attribute',
  nulls: ['permute', 'rewire'],
  ofCommunities: true,
  title: titles[role],
  description: {
    en: `Number of open paths a→b→c (a does not link to c) among sites that have the attribute in which ${paths[role].en}.`,
    fr: `Nombre de chemins ouverts a→b→c (a ne cite pas c) entre sites ayant l’attribut où ${paths[role].fr}.`,
  },
  compute: ({ graph }, attribute) => single(roleTotalsOf(graph)(attribute)[at]!),
}))
