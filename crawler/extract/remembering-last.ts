/** As `ask`, remembering its last answer: links come block by block, so the next question is often the same. */
export function rememberingLast<Argument, Answer>(ask: (argument: Argument) => Answer): (argument: Argument) => Answer {
  let last: { readonly argument: Argument; readonly answer: Answer } | null = null
  return argument => {
    if (last?.argument !== argument) last = { argument, answer: ask(argument) }
    return last.answer
  }
}
