type Values = Readonly<Record<string, string>>

function keyOf(objectId: string, what: string): string {
  return `follow-through form ${objectId} ${what}`
}

/** What a person typed into a form on this device and did not save; null when there is nothing. */
export function readTyped(objectId: string, what: string): Values | null {
  try {
    const kept = window.localStorage.getItem(keyOf(objectId, what))
    return kept === null ? null : (JSON.parse(kept) as Values)
  } catch {
    return null
  }
}

/** Keeps what is being typed until it is saved or thrown away. */
export function keepTyped(objectId: string, what: string, values: Values): void {
  try {
    window.localStorage.setItem(keyOf(objectId, what), JSON.stringify(values))
  } catch {
    // Storage is full or refused: the text is still on the screen.
  }
}

/** Forgets what was saved or thrown away. */
export function forgetTyped(objectId: string, what: string): void {
  try {
    window.localStorage.removeItem(keyOf(objectId, what))
  } catch {
    // Storage is refused: nothing was kept there either.
  }
}
