/**
 * A command as it is typed. Its lines break at spaces alone: after a hyphen of an option a reader would type two words. One that is longer
 * than a line is cut all the same.
 */
export function CommandText({ text }: { readonly text: string }) {
  return (
    <pre className="command" tabIndex={0}>
      {text.split(/( +)/).map((part, nth) => (nth % 2 === 0 ? <span key={nth}>{part}</span> : part))}
    </pre>
  )
}
