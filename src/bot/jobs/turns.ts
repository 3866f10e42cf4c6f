/** Does one thing after the other, in the order of asking; a failure keeps nobody from their turn. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** A queue of its own. Whatever writes into people's chats shares one, so that no two cards cross in one chat. */
export function inTurn(): Turns {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = before.then(work)
    before = mine.catch(() => undefined)
    return mine
  }
}
