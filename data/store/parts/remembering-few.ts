const mostAnswers = 100

/**
 * As `ask`, one question after the other; one that was asked before has its answer at once: the last hundred that are `small` are kept. For what
 * doesn't change meanwhile.
 */
export function rememberingFew<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  isSmall: (answer: Answer) => boolean,
): (question: Question) => Promise<Answer> {
  const kept = new Map<string, Answer>()
  const keep = (key: string, answer: Answer): Answer => {
    kept.delete(key)
    if (isSmall(answer)) kept.set(key, answer)
    if (kept.size > mostAnswers) kept.delete(kept.keys().next().value!)
    return answer
  }
  let last: Promise<unknown> = Promise.resolve()
  return question => {
    const key = JSON.stringify(question)
    const known = kept.get(key)
    if (known !== undefined) return Promise.resolve(keep(key, known))
    // Looked for again in its turn: the one before may have been the same.
    const work = async (): Promise<Answer> => keep(key, kept.get(key) ?? (await ask(question)))
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
