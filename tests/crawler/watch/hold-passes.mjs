// Preloaded (`--import`) into a command under test: comparing the pages of a site never ends. Nothing of the product knows
// of it.
const { groupBy } = Map
Map.groupBy = (items, keyOf) => {
  const all = [...items]
  while (all[0]?.place !== undefined && all[0].isForeign !== undefined) continue
  return groupBy.call(Map, all, keyOf)
}
