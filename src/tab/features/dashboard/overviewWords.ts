import type { Counts, Overview } from '../../../domain/overview.ts'

/** `1 row`, `3 rows`. */
export function countWords(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** How many rows give one of these answers. */
export function sumOf(counts: Counts, ...answers: readonly string[]): number {
  return answers.reduce((sum, answer) => sum + (counts.get(answer) ?? 0), 0)
}

/** The state of the register in one sentence. */
export function sayState({ standing, due, total }: Overview): string {
  if (total === 0) return 'The register is empty.'
  const open = sumOf(standing, 'open')
  const waiting = sumOf(standing, 'waiting')
  const late = sumOf(due, 'overdue')
  const asked = open === 0 ? 'Nothing is open for the force' : `${open} of ${total} are open for the force`
  const overdue = open === 0 ? '' : late === 0 ? ', none overdue' : `, ${late} overdue`
  return `${asked}${overdue}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for another body.`
}

/** What the deadlines ahead come to. */
export function sayDeadlines({ due }: Overview): string {
  const soon = sumOf(due, '30', '60', '90')
  const late = sumOf(due, 'overdue')
  const next = soon === 0 ? 'Nothing falls due in the next 90 days' : `${soon} fall due in the next 90 days`
  return `${next}; ${late === 0 ? 'nothing is' : `${late} ${late === 1 ? 'is' : 'are'}`} overdue.`
}

/** How far deadlines have moved. */
export function saySlippage({ slip, slipped }: Overview): string {
  const rows = sumOf(slip, '90', '180', '365', 'more')
  const furthest = slipped[0]
  if (rows === 0 || !furthest) return 'No open deadline has moved to a later day.'
  return `${rows} ${rows === 1 ? 'deadline has' : 'deadlines have'} slipped, the furthest by ${furthest.days} days.`
}

/** Who answers for the open rows. */
export function sayOwners({ owner }: Overview): string {
  const unowned = sumOf(owner, 'none', 'unknown')
  const vacant = sumOf(owner, 'vacant', 'deputy')
  if (unowned + vacant === 0) return 'Every open row has a post with a holder.'
  return `${countWords(unowned, 'open row has no owner', 'open rows have no owner')}; ${vacant} ${
    vacant === 1 ? 'belongs' : 'belong'
  } to a vacant post.`
}

/** How old the open rows are. */
export function sayAges({ byAge }: Overview): string {
  const count = (band: string) => [...(byAge.get(band)?.values() ?? [])].reduce((sum, one) => sum + one, 0)
  const old = count('three-years') + count('older')
  return old === 0
    ? 'Nothing open comes from a report of more than two years ago.'
    : `${old} open or waiting ${old === 1 ? 'row comes' : 'rows come'} from reports of more than two years ago.`
}

/** Whom the WHITE rows wait for. */
export function sayAwaited({ awaited }: Overview): string {
  const named = awaited.filter((one) => one.body !== '')
  const rows = named.reduce((sum, one) => sum + one.count, 0)
  const unnamed = awaited.find((one) => one.body === '')?.count ?? 0
  const first = `${countWords(rows, 'row')} ${rows === 1 ? 'waits' : 'wait'} for ${countWords(named.length, 'named body', 'named bodies')}`
  return unnamed === 0 ? `${first}.` : `${first}; ${unnamed} name nobody.`
}

/** How causes of concern stand, which are serious or systemic. */
export function sayKinds({ byKind }: Overview): string {
  const causes = byKind.get('cause-of-concern') ?? new Map<string, number>()
  const open = sumOf(causes, 'RED', 'AMBER')
  return open === 0
    ? 'No cause of concern is open for the force.'
    : `${countWords(open, 'cause of concern is', 'causes of concern are')} open for the force.`
}

/** How often status and rules part. */
export function sayDivergence({ diverges }: Overview): string {
  const rows = [...diverges.values()].reduce((sum, count) => sum + count, 0)
  return rows === 0
    ? 'Every status agrees with what the rules suggest.'
    : `${countWords(rows, 'row stands', 'rows stand')} at another status than the rules suggest. A person decides; nothing is overwritten.`
}

/** How much there is to be seen to. */
export function sayAttention({ attention }: Overview): string {
  const points = [...attention.values()].reduce((sum, count) => sum + count, 0)
  return points === 0
    ? 'Nothing asks for attention.'
    : `${countWords(points, 'point')} in all; one row may have several.`
}
