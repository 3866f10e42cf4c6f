import type { IsoDate } from '../domain/calendarDays.ts'
import { applyDecision, type Decision } from '../domain/decide.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Report } from '../domain/report.ts'
import type { AppRole, Person } from '../domain/roles.ts'
import type { StatutoryClock } from '../domain/statutoryClock.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { SampleCount } from './loadSample.ts'
import type { People, PostStore, RecommendationStore, ReportStore } from './ports.ts'

/** One decision of the sample: who took it on which day. */
export interface SampleDecision {
  /** Address of the person. */
  readonly by: string
  readonly roles: readonly AppRole[]
  readonly on: IsoDate
  readonly decision: Decision
}

export interface SampleDecisionPorts {
  readonly recommendations: RecommendationStore
  readonly posts: PostStore
  readonly people: People
}

const atOnce = 4

/**
 * Takes the decisions of a sample by the very rules that hold for people. A row about which somebody has decided
 * something here is left as it is, so it may be run again.
 * @param decisions key of the recommendation → its decisions, oldest first
 * @returns the count, and a sentence for each decision that the rules or the directory did not let through
 */
export async function takeSampleDecisions(
  decisions: ReadonlyMap<string, readonly SampleDecision[]>,
  ports: SampleDecisionPorts,
): Promise<{ readonly count: SampleCount; readonly remarks: readonly string[] }> {
  const [rows, posts] = await Promise.all([ports.recommendations.all(), ports.posts.all()])
  const people = await findPeople(decisions, ports.people)
  const meant = rows.rows.filter(({ value }) => decisions.has(value.key))
  const untouched = meant.filter(({ value }) => value.history.every((change) => change.via === 'import'))
  const remarks: string[] = []
  const saved = await fewAtOnce(untouched, atOnce, (row) => {
    const steps = decisions.get(row.value.key) ?? []
    const next = steps.reduce((before, step) => {
      const outcome = taken(
        before,
        step,
        people,
        posts.rows.map((one) => one.value),
      )
      if (typeof outcome !== 'string') return outcome
      remarks.push(`${row.value.key}: ${step.decision.does} was left out (${outcome}).`)
      return before
    }, row.value)
    return ports.recommendations.save(row, next)
  })
  const created = saved.filter((one) => one.ok).length
  return { count: { list: 'Decisions', created, there: meant.length - created }, remarks }
}

async function findPeople(
  decisions: ReadonlyMap<string, readonly SampleDecision[]>,
  people: People,
): Promise<ReadonlyMap<string, Omit<Person, 'roles'>>> {
  const addresses = [...new Set([...decisions.values()].flat().map((one) => one.by))]
  const found = await fewAtOnce(addresses, atOnce, (address) => people.byAddress(address))
  return new Map(
    found.flatMap((one, index) => {
      const address = addresses[index]
      return one && address !== undefined ? [[address, { ...one, signInName: address }]] : []
    }),
  )
}

/** The row after a step, or why it was not taken. */
function taken(
  row: Recommendation,
  { by, roles, on, decision }: SampleDecision,
  people: ReadonlyMap<string, Omit<Person, 'roles'>>,
  posts: readonly Post[],
): Recommendation | string {
  const person = people.get(by)
  if (!person) return `the directory has nobody with the address ${by}`
  const heldPosts = postsHeldBy(posts, person.objectId)
  const at = `${on}T09:30:00.000Z`
  const outcome = applyDecision(row, decision, {
    actor: { ...person, roles },
    ...{ heldPosts, posts, at, today: on },
  })
  return outcome.ok ? outcome.next : outcome.code
}

/**
 * Gives reports of a sample their statutory clocks. A report that has one is left as it is.
 * @param clocks key of the report → its clock
 */
export async function giveSampleClocks(
  clocks: ReadonlyMap<string, StatutoryClock>,
  ports: { readonly reports: ReportStore },
): Promise<SampleCount> {
  const rows = (await ports.reports.all()).rows
  const meant = rows.flatMap((row) => {
    const clock = clocks.get(row.value.key)
    return clock ? [{ row, clock }] : []
  })
  const without = meant.filter(({ row }) => row.value.clocks.length === 0)
  const saved = await fewAtOnce(without, atOnce, ({ row, clock }) =>
    ports.reports.save(row, { ...row.value, clocks: [clock] }),
  )
  const created = saved.filter((one) => one.ok).length
  return { list: 'Clocks', created, there: meant.length - created }
}

/** Creates a report with its rows where the register does not hold them yet. */
export async function createSampleReport(
  report: Report,
  rows: readonly Recommendation[],
  ports: { readonly reports: ReportStore; readonly recommendations: RecommendationStore },
): Promise<SampleCount> {
  const made = [await ports.reports.create(report)]
  const results = await fewAtOnce(rows, atOnce, (row) => ports.recommendations.create(row))
  const all = [...made, ...results]
  const created = all.filter((one) => !one.already).length
  return { list: 'Learning', created, there: all.length - created }
}
