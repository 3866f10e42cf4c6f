/**
 * A question whose answer holds for a while; asked again after so many milliseconds, or when it failed.
 * @param now epoch milliseconds
 */
export function rememberedFor<T>(
  milliseconds: number,
  ask: () => Promise<T>,
  now: () => number = Date.now,
): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | null = null
  return () => {
    if (last !== null && now() - last.at < milliseconds) return last.answer
    const answer = ask()
    const mine = { at: now(), answer }
    last = mine
    answer.catch(() => {
      if (last === mine) last = null
    })
    return answer
  }
}
