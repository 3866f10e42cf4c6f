import { parseArgs } from 'node:util'
import { wholeForce } from '../../src/domain/coverRollUps.ts'
import { createGraphClient } from '../../src/graph/client.ts'
import { settingStore } from '../../src/graph/lists/settings.ts'
import { trainingStores } from '../../src/graph/trainingStores.ts'
import { readMyTraining } from '../../src/usecases/readMyTraining.ts'
import { rebuildCover } from '../../src/usecases/rebuildCover.ts'
import { updateCover } from '../../src/usecases/updateCover.ts'
import { completionAt, keyOf, memberAt, peopleFor, requirements, teamOf, today } from './force.ts'
import { importFile } from './importFile.ts'
import { readEverything } from './peer.ts'
import { SyntheticSite } from './syntheticSite.ts'

/** What one question costs. */
interface Cost {
  readonly requests: number
  /** As SharePoint counts them, each part of a batch for itself. */
  readonly calls: number
  readonly kilobytes: number
  readonly ms: number
}

/** Completions that come in over night. */
const overNight = 200

const questions = ['myTraining', 'teamCover', 'forceCover', 'nightsImport', 'fullCount'] as const
type Costs = Record<(typeof questions)[number] | 'peer', Cost>

/** My training, a team's cover, the force's cover, a night's import and a full count, beside a library that pages through. */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { json: { type: 'boolean' }, sizes: { type: 'string', default: '5000,50000,500000' } },
  })
  const sizes = values.sizes.split(',').map(Number)
  const figures: Record<string, unknown> = {}
  const all: Costs[] = []
  for (const size of sizes) {
    // The file goes where there are already as many rows as in half a year of a force.
    const costs = await measure(size, size === (sizes[1] ?? sizes[0]), figures)
    all.push(costs)
    figures[`completions ${size}, people ${peopleFor(size)}`] = costs
    if (!values.json) console.error(`${size} completions are done.`)
  }
  const [first, last] = [all[0], all.at(-1)]
  if (first && last && all.length > 1)
    figures[`growth from ${sizes[0]} to ${sizes.at(-1)}`] = growth(first, last)
  if (last) figures['peer against ours at the largest size'] = against(last)
  return figures
}

async function measure(size: number, withFile: boolean, figures: Record<string, unknown>): Promise<Costs> {
  const people = peopleFor(size)
  const site = new SyntheticSite(size, people)
  const real = globalThis.fetch
  globalThis.fetch = site.fetch as typeof fetch
  try {
    const client = createGraphClient({
      origin: 'https://graph.microsoft.com',
      accessToken: async () => 'token',
    })
    const context = { client, siteId: 'site' }
    const clock = { today: async () => today, now: async () => `${today}T08:00:00.000Z` }
    const deps = { ...trainingStores(context), settings: settingStore(context), clock }
    const cost = <T>(work: () => Promise<T>) => costOf(site, work)
    const fullCount = await cost(() => rebuildCover(deps, today))
    const middle = Math.floor(people / 2)
    // The same question once before, so that nobody pays for compiling or for the synthetic site's index.
    await readMyTraining(deps, { person: keyOf(middle), today })
    await deps.cover.ofTeam(teamOf(middle))
    const myTraining = await cost(() => readMyTraining(deps, { person: keyOf(middle), today }))
    const teamCover = await cost(() =>
      Promise.all([deps.requirements.all(), deps.cover.ofTeam(teamOf(middle))]),
    )
    const forceCover = await cost(() => Promise.all([deps.requirements.all(), deps.cover.ofTeam(wholeForce)]))
    site.add(nightOf(size, people))
    const nightsImport = await cost(() => updateCover(deps, today))
    const peer = await cost(async () => countedByPeer(await readEverything('site')))
    if (withFile) figures['file of 100,000 lines'] = await importFile(deps, size)
    return { myTraining, teamCover, forceCover, nightsImport, fullCount, peer }
  } finally {
    globalThis.fetch = real
  }
}

/** Completions of the night: a course day of eight teams. */
function nightOf(size: number, people: number) {
  return Array.from({ length: Math.min(overNight, people) }, (_, index) => {
    const made = completionAt(index, people)
    const course = requirements[0]?.courseKey ?? ''
    return {
      ...made,
      key: `night-${size}-${index}`,
      courseKey: course,
      completedOn: '2021-05-31',
      person: memberAt(index).key,
    }
  })
}

/** The peer has what it needs once it has read everything; what it adds up is not what is measured. */
function countedByPeer(taken: readonly unknown[]): number {
  return taken.length
}

async function costOf(site: SyntheticSite, work: () => Promise<unknown>): Promise<Cost> {
  const before = { ...site.traffic }
  const began = performance.now()
  await work()
  return {
    requests: site.traffic.requests - before.requests,
    calls: site.traffic.parts - before.parts,
    kilobytes: Math.round((site.traffic.bytes - before.bytes) / 100) / 10,
    ms: Math.round((performance.now() - began) * 10) / 10,
  }
}

const ratio = (one: number, other: number) => Math.round((one / Math.max(other, 0.1)) * 100) / 100

function growth(first: Costs, last: Costs): Record<string, string> {
  const says = (name: keyof Costs) =>
    `requests ×${ratio(last[name].requests, first[name].requests)}, bytes ×${ratio(last[name].kilobytes, first[name].kilobytes)}`
  return Object.fromEntries([...questions, 'peer' as const].map((name) => [name, says(name)]))
}

function against(costs: Costs): Record<string, string> {
  const says = (name: keyof Costs) =>
    `${ratio(costs.peer.requests, costs[name].requests)} times the requests, ${ratio(costs.peer.kilobytes, costs[name].kilobytes)} times the bytes, ${ratio(costs.peer.ms, costs[name].ms)} times the time`
  return Object.fromEntries(questions.map((name) => [name, says(name)]))
}
