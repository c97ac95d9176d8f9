import { type Attribute, attributeOf } from '../attribute.ts'
import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import { type GraphMeasure, type NodeMeasure, single } from '../measure.ts'
import { oncePer } from '../once-per.ts'
import { roleTotals as roleTotalsOf } from '../roles/role-totals.ts'
import { countRoles, expectRoles, roles } from '../roles/roles.ts'
import type { Scene } from '../scene.ts'

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
    ...cardWords(
      words => words.role,
      words => words.roles[role],
    ),
    compute: scene => whereObserved(scene.graph, column(countsByCountry(scene), at, countryOf(scene))),
  },
  {
    ...shared,
    kind: 'node',
    name: `role_${role}_expected`,
    unranked: true,
    type: 'number',
    ...cardWords(
      words => words.role_expected,
      words => ({ ...words.roles[role], measure: `role_${role}` }),
    ),
    compute: scene => whereObserved(scene.graph, column(expectedByCountry(scene), at, countryOf(scene))),
  },
])

export const roleTotalMeasures: readonly GraphMeasure[] = roles.map((role, at) => ({
  ...shared,
  kind: 'graph',
  name: `role_${role}`,
  type: 'integer',
  group: 'attribute',
  nulls: ['permute', 'rewire'],
  ofCommunities: true,
  ...cardWords(
    words => words.role_total,
    words => words.roles[role],
  ),
  compute: ({ graph }, attribute) => single(roleTotalsOf(graph)(attribute)[at]!),
}))
