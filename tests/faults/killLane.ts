import type { FaultRule } from '../../src/localtenant/faults.ts'
import { type CardScene, closeRows, makeDue, openCardScene, Reminding } from './cardLane.ts'
import { CardPressing } from './cardPressing.ts'
import { planOf } from './plans.ts'
import { startService } from './service.ts'
import type { FarEnd } from './site.ts'
import { newVerdict, type Verdict } from './verdict.ts'

/** A power cut of the service: when it comes, told by the request that is under way. */
interface PowerCut {
  readonly name: string
  readonly rule: Omit<FaultRule, 'app'>
  /** Whether a second owner is due as well. */
  readonly company?: boolean
}

const delayMs = 300
const claim = { method: 'POST', path: '/lists/ReminderLedger/items$' }
const card = { method: 'POST', path: '/activities$' }
const mark = { method: 'PATCH', path: '/lists/ReminderLedger/items/\\d+/fields$' }
const lock = { method: 'PATCH', path: '/lists/Settings/items/\\d+/fields$' }
const save = { method: 'PATCH', path: '/lists/Recommendations/items/\\d+/fields$' }
const once = { times: 1, delayMs }

/** Every place between the lock, the claim and the mark where a run can break off. Each names the list it means. */
export const powerCuts: readonly PowerCut[] = [
  { name: 'while the claim is on its way', rule: { ...claim, ...once, kind: 'slow' } },
  { name: 'when one of two rows is claimed', rule: { ...claim, ...once, kind: 'slow-after-commit' } },
  {
    name: 'when both rows are claimed and the chat is being opened',
    rule: { method: 'POST', path: '^/connector/v3/conversations$', ...once, kind: 'slow' },
  },
  { name: 'while the card is on its way, which arrives later', rule: { ...card, ...once, kind: 'slow' } },
  {
    name: 'while the card is on its way, which never arrives',
    rule: { ...card, times: 1_000, kind: 'connection-reset-before' },
  },
  {
    name: 'when the card is there and its answer is not',
    rule: { ...card, ...once, kind: 'slow-after-commit' },
  },
  {
    name: 'when the card is there and nothing is marked',
    rule: { ...mark, times: 1_000, kind: 'connection-reset-before' },
  },
  { name: 'when one of two rows is marked', rule: { ...mark, ...once, kind: 'slow-after-commit' } },
  {
    name: 'while a second owner’s card is sent',
    rule: { ...card, ...once, nth: 2, kind: 'slow-after-commit' },
    company: true,
  },
  {
    name: 'when the right to send is taken and nothing is claimed',
    rule: { ...lock, ...once, kind: 'slow-after-commit' },
  },
]

/** Runs the reminders into each power cut, starts the service again and lets it finish. */
export async function runPowerCuts(
  farEnd: FarEnd,
  note: (name: string, verdict: Verdict) => void,
): Promise<void> {
  const scene = await openCardScene(farEnd)
  for (const [index, cut] of powerCuts.entries()) {
    const verdict = newVerdict()
    const due = await makeDue(farEnd, index + 1, cut.company === true)
    await breakOff(scene, cut.rule, () => scene.service.remind('2021-06-16'))
    await new Reminding(scene, verdict, due).run()
    await closeRows(farEnd, due)
    note(cut.name, verdict)
  }
  await cutWhileSaving(scene, note)
  await scene.service.kill()
}

/** The service ends while it saves a note; the person presses again, and the note is there once. */
async function cutWhileSaving(
  scene: CardScene,
  note: (name: string, verdict: Verdict) => void,
): Promise<void> {
  const verdict = newVerdict()
  const [due] = await makeDue(scene.farEnd, powerCuts.length + 1, false)
  await scene.service.remind('2021-06-16')
  if (!due) return
  const pressing = new CardPressing(scene.farEnd, { ...planOf(1, ''), second: [], company: false }, verdict)
  const cut = { ...save, ...once, kind: 'slow-after-commit' } as const
  await breakOff(scene, cut, () => pressing.pressFirst(due))
  await pressing.run(due)
  note('while a note from a card is saved', verdict)
}

/** Plans a fault, begins, and ends the service as soon as the fault has hit; then starts it anew. */
async function breakOff(
  scene: CardScene,
  rule: Omit<FaultRule, 'app'>,
  begin: () => Promise<unknown>,
): Promise<void> {
  const { farEnd } = scene
  await farEnd.plan([{ ...rule, app: farEnd.app }])
  let ended: unknown = 'nothing yet'
  const broken = begin().then(
    (answer) => {
      ended = answer
    },
    (thrown: unknown) => {
      ended = String(thrown)
    },
  )
  const until = Date.now() + 30_000
  while (!(await farEnd.hasHit(0))) {
    if (Date.now() > until) throw new Error(`The fault did not hit: ${JSON.stringify({ rule, ended })}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await scene.service.kill()
  await broken
  await new Promise((resolve) => setTimeout(resolve, delayMs + 100))
  await farEnd.clear()
  scene.service = await startService(farEnd.tenant)
}
