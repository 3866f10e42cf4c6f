/** What was found after one plan. Each finding is a sentence; all three lists have to stay empty. */
export interface Verdict {
  /** What people attempted: presses on Save and Send, cards to be sent. */
  writes: number
  /** Said to be saved or sent, yet not there; or not there after people did what they were told to do. */
  readonly lost: string[]
  /** Two events, cards, lines of history or versions where one was meant. */
  readonly doubled: string[]
  /** Anything else that is not as it should be. */
  readonly wrong: string[]
}

/** An empty verdict. */
export function newVerdict(): Verdict {
  return { writes: 0, lost: [], doubled: [], wrong: [] }
}

/** Notes a count that should be one: none is lost, more are doubled. */
export function mustBeOne(verdict: Verdict, count: number, what: string): void {
  if (count < 1) verdict.lost.push(`${what}: there is none`)
  if (count > 1) verdict.doubled.push(`${what}: there are ${count}`)
}

/** Notes values that differ. */
export function mustBe(verdict: Verdict, found: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)]
  if (is !== should) verdict.wrong.push(`${what} is ${is}, and should be ${should}`)
}

/** What people are told is made of whole sentences, without anything from inside a program. */
export function mustBeSentences(verdict: Verdict, said: unknown): void {
  const text = typeof said === 'string' ? said : ''
  const whole = /^[A-Z“].*[.!?)]$/su.test(text.trim())
  const inside = /undefined|null|\[object|Error:|TypeError| {4}at |eyJ|NaN/.test(text)
  if (!whole || inside) verdict.wrong.push(`people are told ${JSON.stringify(said)}, which is no sentence`)
}
