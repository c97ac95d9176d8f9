/** Words that are elided before a vowel: what follows is a word of its own. */
const elided = /^(?:c|ç|d|j|l|m|n|s|t|qu|jusqu|lorsqu|puisqu|quoiqu)'/

/** Words that an apostrophe or a hyphen makes, though they look like two. aujourd'hui, presqu'île, quelqu'un, entr'… begin with no elided word. */
const whole = /^(?:d'abord|d'accord|d'ailleurs|c'est-à-dire|rendez-vous|sauve-qui-peut|vas-y|va-et-vient)$/

/** Hung on to a verb or a pronoun by a hyphen; the t of a-t-il only sounds. */
const hung =
  /-(?:t-(?=(?:il|elle|on|ils|elles)$))?((?:[mtl]')?(?:je|tu|il|elle|on|nous|vous|ils|elles|moi|toi|lui|leur|eux|le|la|les|en|y|ce|ci|là))$/

/** Cuts off elisions at the front, and what is hung on at the end, as often as there is any. */
export function cutFrench(run: string, from: number, to: number): (readonly [from: number, to: number])[] {
  const pieces: (readonly [number, number])[] = []
  let [start, end] = [from, to]
  for (let text = run.slice(start, end); !whole.test(text); text = run.slice(start, end)) {
    const front = elided.exec(text)
    if (front === null || front[0].length === text.length) break
    pieces.push([start, start + front[0].length])
    start += front[0].length
  }
  const tail: (readonly [number, number])[] = []
  for (let text = run.slice(start, end); !whole.test(text); text = run.slice(start, end)) {
    const back = hung.exec(text)
    if (back === null || back.index === 0) break
    tail.unshift([end - back[1]!.length, end])
    end = start + back.index
  }
  return [...pieces, [start, end], ...tail]
}
