/**
 * Gives each thing of a list a React key made from what it says; the same text twice gets a number. For lists whose
 * things have no id of their own and whose order is theirs to keep.
 */
export function withKeys<T>(
  things: readonly T[],
  say: (thing: T) => string,
): readonly { readonly key: string; readonly thing: T }[] {
  const seen = new Map<string, number>()
  return things.map((thing) => {
    const said = say(thing)
    const times = seen.get(said) ?? 0
    seen.set(said, times + 1)
    return { key: `${said} ${times}`, thing }
  })
}
