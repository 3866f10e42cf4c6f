import path from 'node:path'
import { parseArgs } from 'node:util'
import type { PaperReading } from '../../domain/paperReading.ts'
import { createSampleReport, giveSampleClocks, takeSampleDecisions } from '../../usecases/decideSample.ts'
import { type ImportReport, importPaper } from '../../usecases/importPaper.ts'
import {
  giveSampleOwners,
  loadSampleRows,
  type SampleCount,
  type SampleRows,
} from '../../usecases/loadSample.ts'
import { loadSamplePlaces } from '../../usecases/loadSamplePlaces.ts'
import { loadSampleTraining } from '../../usecases/loadSampleTraining.ts'
import type { Command } from '../command.ts'
import { type AdminServices, readPaper, wireAdmin } from '../wire.ts'
import { sampleBookings } from './bookings.ts'
import { sampleContacts } from './contacts.ts'
import { sampleCourses } from './courses.ts'
import { decidedByKey } from './decisions.ts'
import { sampleProgrammeFor } from './exercises.ts'
import { sampleDisputes, sampleFeedback } from './feedback.ts'
import { learningReport, learningRows } from './learning.ts'
import { ownersByKey } from './owners.ts'
import { force, sampleBookFor } from './participants.ts'
import { samplePosts } from './posts.ts'
import { sampleRequirements } from './requirements.ts'
import { sampleRuns } from './runs.ts'
import { sampleCompletions, sampleStaff } from './staff.ts'
import { sampleVenues } from './venues.ts'

const usage = `Usage: npm run admin -- sample

Loads the sample of Thameside Police: a board paper of 17 reports with 51 rows, two recommendations that came by
letter, the posts that own them and what people decided about them, courses and their dates, the SPASE programme
and its partners. What is there already stays as it is, whoever
brought it in. Running it again adds only what is missing.
`

/** Loads the sample through the same import and stores as real data. */
export const sampleCommand: Command = {
  name: 'sample',
  summary: 'load the sample of Thameside Police',
  usage,
  run: loadSample,
}

const sampleRows: Omit<SampleRows, 'exercises'> = {
  posts: samplePosts,
  contacts: sampleContacts,
  courses: sampleCourses,
}

const sampleTraining = {
  requirements: sampleRequirements,
  staff: sampleStaff,
  completions: sampleCompletions,
  feedback: sampleFeedback,
  disputes: sampleDisputes,
}
const samplePlaces = {
  ...{ venues: sampleVenues, runs: sampleRuns, bookings: sampleBookings, courses: sampleCourses },
  ...{ force, bookFor: sampleBookFor },
}

// From the repository's folder, where npm runs its scripts.
const paperFile = path.join('src', 'admin', 'sample', 'paper.txt')

async function loadSample(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  const began = Date.now()
  const paper = readPaper(paperFile)
  if (!paper.ok) {
    console.error(`${paper.message} Run it from the repository's folder.`)
    return 1
  }
  const services = await wireAdmin()
  const counts: SampleCount[] = []
  const tell = (count: SampleCount) => {
    counts.push(count)
    console.log(sayCount(count))
  }
  const held = (await services.exercises.all()).rows.map(({ value }) => value)
  const exercises = sampleProgrammeFor(await services.clock.today(), held)
  for (const remark of await loadSampleRows({ ...sampleRows, exercises }, services, tell)) console.log(remark)
  await loadSamplePlaces(samplePlaces, services, tell)
  await loadSampleTraining(sampleTraining, services, tell)
  const failures = await loadPaper(paper.reading, services, tell)
  if (failures.length > 0) {
    for (const failure of failures) console.error(failure)
    console.error('The rest is kept; run it again to load what is missing.')
    return 1
  }
  tell(await giveSampleOwners(ownersByKey(paper.reading), services))
  for (const remark of await decide(paper.reading, services, tell)) console.log(remark)
  console.log(closingLine(counts, Date.now() - began))
  return 0
}

/** What people have decided since the paper: evidence, chases, clocks, and recommendations that came by letter. */
async function decide(
  reading: PaperReading,
  services: AdminServices,
  tell: (count: SampleCount) => void,
): Promise<readonly string[]> {
  const { decisions, clocks } = decidedByKey(reading)
  tell(await createSampleReport(learningReport, learningRows, services))
  tell(await giveSampleClocks(clocks, services))
  const { count, remarks } = await takeSampleDecisions(decisions, services)
  tell(count)
  return remarks
}

/** Imports the paper and gives a sentence for each row that could not be brought in. */
async function loadPaper(
  reading: PaperReading,
  services: AdminServices,
  tell: (count: SampleCount) => void,
): Promise<readonly string[]> {
  const report = await importPaper(services, { reading, paper: 'the sample board paper', addOnly: true })
  tell(countOf(report, 'Reports', 'report'))
  tell(countOf(report, 'Recommendations', 'row'))
  return report.results
    .filter((result) => ['refused', 'failed', 'not-done'].includes(result.outcome))
    .map((result) => `${result.key} was not loaded: ${result.note}`)
}

function countOf(report: ImportReport, list: string, what: 'report' | 'row'): SampleCount {
  const results = report.results.filter((result) => result.what === what)
  const created = results.filter((result) => result.outcome === 'created').length
  const there = results.filter((result) => result.outcome === 'unchanged' || result.outcome === 'kept').length
  return { list, created, there }
}

function sayCount({ list, created, there }: SampleCount): string {
  const rest = there === 0 ? '' : `, ${there} there already`
  return `${`${list}:`.padEnd(17)} ${created === 0 ? 'nothing new' : `${created} new`}${rest}`
}

function closingLine(counts: readonly SampleCount[], milliseconds: number): string {
  const created = counts.reduce((sum, count) => sum + count.created, 0)
  const seconds = (milliseconds / 1000).toFixed(1)
  return created === 0
    ? `The sample was there already; nothing was changed (${seconds} s).`
    : `The sample is loaded: ${created} changes in ${seconds} s.`
}
