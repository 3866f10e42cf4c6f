import { type IsoDate, isIsoDate } from './calendarDays.ts'
import { writeCounterparty } from './counterparty.ts'
import type { Decision, DecisionContext, DecisionRefusal } from './decide.ts'
import { refuse, type Step, tell } from './decisionStep.ts'
import type { Counterparty } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

/** The longest name of a body or product, in characters. */
export const longestName = 255

/** WHITE waits for somebody, for something, and asks again on a day: why a counterparty does not say all three. */
export function counterpartyRefusal(
  counterparty: Counterparty | null,
  today: IsoDate,
): DecisionRefusal | null {
  if (!counterparty || counterparty.body.trim() === '') return 'no-counterparty'
  if (counterparty.product.trim() === '') return 'no-product'
  if (counterparty.body.length > longestName || counterparty.product.length > longestName) return 'too-long'
  if (counterparty.nextChase === null) return 'no-next-chase'
  return chaseRefusal(counterparty.lastChased, counterparty.nextChase, today)
}

function chaseRefusal(on: IsoDate | null, next: IsoDate, today: IsoDate): DecisionRefusal | null {
  if ((on !== null && !isIsoDate(on)) || !isIsoDate(next)) return 'not-a-date'
  if (on !== null && on > today) return 'date-in-future'
  return next < today ? 'chase-in-past' : null
}

/** Whom a row waits for. A WHITE row always waits for somebody; any other may, in part. */
export function setCounterparty(
  row: Recommendation,
  { counterparty }: Of<'set-counterparty'>,
  { today }: DecisionContext,
): Step {
  if (counterparty === null) {
    if (row.status === 'WHITE') return refuse('no-counterparty')
    if (row.counterparty === null) return refuse('nothing-changed')
    return {
      ok: true,
      set: { counterparty },
      told: [tell('counterparty', writeCounterparty(row.counterparty), '')],
    }
  }
  const refused = counterpartyRefusal(counterparty, today)
  if (refused) return refuse(refused)
  return waitsFor(row, {
    ...counterparty,
    body: counterparty.body.trim(),
    product: counterparty.product.trim(),
  })
}

function waitsFor(row: Recommendation, counterparty: Counterparty): Step {
  const [before, after] = [writeCounterparty(row.counterparty), writeCounterparty(counterparty)]
  if (before === after) return refuse('nothing-changed')
  return { ok: true, set: { counterparty }, told: [tell('counterparty', before, after)] }
}

/** The body was asked again; the next time is set at once, so that none is forgotten. */
export function chased(row: Recommendation, decision: Of<'chased'>, { today }: DecisionContext): Step {
  if (!row.counterparty) return refuse('no-counterparty')
  const refused = chaseRefusal(decision.on, decision.nextChase, today)
  if (refused) return refuse(refused)
  if (decision.nextChase <= decision.on) return refuse('chase-in-past')
  return waitsFor(row, { ...row.counterparty, lastChased: decision.on, nextChase: decision.nextChase })
}
