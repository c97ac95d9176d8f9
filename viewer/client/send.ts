/** What lets this page change something; null: a published page, or a server that only shows. */
export const token: string | null = document.querySelector('meta[name="toile-token"]')?.getAttribute('content') ?? null

/** What the server made of a request; status 0: it did not answer. */
export interface Sent<Answer> {
  readonly status: number
  readonly answer: Partial<Answer>
}

/** Sends something to one of the server's doors. Never throws. */
export async function send<Answer>(door: string, body: unknown): Promise<Sent<Answer>> {
  try {
    const response = await fetch(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-toile-token': token ?? '' },
      body: JSON.stringify(body),
    })
    return { status: response.status, answer: (await response.json()) as Partial<Answer> }
  } catch {
    return { status: 0, answer: {} }
  }
}
