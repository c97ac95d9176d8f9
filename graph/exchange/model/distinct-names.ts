/** Returns the names in their order, those that differ from an earlier one only in case (or not at all) numbered: `a`, `A_2`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let distinct = name
    for (let number = 2; taken.has(distinct.toLowerCase()); number += 1) distinct = `${name}_${number}`
    taken.add(distinct.toLowerCase())
    return distinct
  })
}
