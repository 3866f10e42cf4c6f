import { reasonRefusal, refuse, type Step, type Told, tell } from './decisionStep.ts'
import { partsOfText } from './elements.ts'
import { noteLength } from './limits.ts'
import type { Element, Recommendation, RecommendationKind } from './recommendation.ts'

/** Other words, or another kind, for a row; what is left out stays as it is. */
export interface Correction {
  readonly does: 'correct'
  readonly text?: string
  readonly kind?: RecommendationKind
  readonly why: string
}

/** Longest text of a recommendation that is typed; its line of history holds it once more. */
export const longestText = 20_000

/**
 * The text or the kind was wrong in the register: a slip of the paper, or of whoever typed it. The number stays, for
 * other rows and links go by it. A numbered part keeps its status and comment, so it has to stay in the text.
 */
export function correct(row: Recommendation, decision: Correction): Step {
  const text = decision.text?.trim() ?? row.text
  const kind = decision.kind ?? row.kind
  const isSameText = text === row.text.trim()
  if (isSameText && kind === row.kind) return refuse('nothing-changed')
  const unreasoned = reasonRefusal(decision.why)
  if (unreasoned) return refuse(unreasoned)
  const told = kind === row.kind ? [] : [tell('kind', row.kind, kind, decision.why)]
  return isSameText ? { ok: true, set: { kind }, told } : correctText(row, { text, kind }, told, decision.why)
}

function correctText(
  row: Recommendation,
  next: Pick<Recommendation, 'text' | 'kind'>,
  told: readonly Told[],
  why: string,
): Step {
  if (next.text === '') return refuse('no-text')
  if (noteLength(next.text) > longestText) return refuse('too-long')
  const elements = elementsIn(next.text, row)
  if (elements === null) return refuse('part-missing')
  return { ok: true, set: { ...next, elements }, told: [...told, tell('text', row.text, next.text, why)] }
}

/** The parts as the new text lists them; null when one is gone that has a status or a comment of its own. */
function elementsIn(text: string, { text: before, elements }: Recommendation): readonly Element[] | null {
  const listed = elements.filter((element) => element.text !== '')
  const read = partsOfText(before.split('\n'))
  const isReadFromText =
    read.length === listed.length && read.every((part, index) => part.text === listed[index]?.text)
  // Parts that a file told in columns of their own do not stand in the text.
  if (!isReadFromText) return elements
  const left = [...listed]
  const parts = partsOfText(text.split('\n')).map((part): Element => {
    const at = left.findIndex(({ label }) => label === part.label)
    const [own] = at < 0 ? [] : left.splice(at, 1)
    return { status: null, comment: '', ...own, ...part }
  })
  if (left.some(({ status, comment }) => status !== null || comment !== '')) return null
  return [...parts, ...elements.filter((element) => element.text === '')]
}
