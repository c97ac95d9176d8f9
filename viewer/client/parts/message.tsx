interface MessageProps {
  readonly title: string
  readonly text: string
  readonly busy?: boolean
  readonly children?: React.ReactNode
}

/** A page with one thing to say: what happened, and what to do. */
export function Message({ title, text, busy = false, children }: MessageProps) {
  return (
    <main className="message" aria-busy={busy}>
      <h1>{title}</h1>
      {text !== '' && <p>{text}</p>}
      {children}
    </main>
  )
}
