import { parseArgs } from 'node:util'
import { writeDate } from '../domain/calendarDays.ts'
import { type ExerciseType, exerciseTypesOf, isTime, typeNamed } from '../domain/exerciseType.ts'
import { type ProgrammeReading, type ProgrammeStep, programmeSteps } from '../domain/programmeReading.ts'
import type { Person } from '../domain/roles.ts'
import { importProgramme } from '../usecases/importProgramme.ts'
import type { Command } from './command.ts'
import { wireAdmin } from './wire.ts'
import { readProgrammeFile } from './wireDocuments.ts'

const usage = `Usage: npm run admin -- programme FILE --venue NAME [--room ADDRESS] [--type NAME]
                                 [--start HH:MM] [--end HH:MM] [--dry-run]

Reads the page that lists a year's exercises, each day with its unit (Word, web page or text), and plans what is not
in the programme yet. What is there stays as it is, and nobody is invited. The same page again changes nothing.

  --venue NAME     where the exercises are held
  --room ADDRESS   mailbox of that room, so that invitations book it
  --type NAME      kind of exercise; the one that the page names, or else SPASE
  --start, --end   UK times; those of the kind of exercise when left out
  --dry-run        say what would be planned, and write nothing
`

const options = {
  venue: { type: 'string', default: '' },
  room: { type: 'string', default: '' },
  type: { type: 'string', default: '' },
  start: { type: 'string', default: '' },
  end: { type: 'string', default: '' },
  'dry-run': { type: 'boolean', default: false },
} as const

/** Plans the exercises of a page of dates. */
export const programmeCommand: Command = {
  name: 'programme',
  summary: 'plan the exercises that a page of dates lists',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      console.error('Name one file: npm run admin -- programme FILE. Nothing was read.')
      return 2
    }
    const wrong = whatIsWrong(values)
    if (wrong) {
      console.error(`${wrong} Nothing was planned.`)
      return 2
    }
    const read = await readProgrammeFile(file)
    if (!read.ok) {
      console.error(read.message)
      return 1
    }
    return plan(read.reading, file, values)
  },
}

type Options = { readonly [name in keyof typeof options]: string | boolean }

function whatIsWrong(values: Options): string | null {
  if (values.venue === '' && !values['dry-run']) return 'Say where they are held: --venue NAME.'
  const times = [values.start, values.end].filter((one) => one !== '')
  return times.every(isTime) ? null : '--start and --end are times such as 09:30.'
}

async function plan(reading: ProgrammeReading, file: string, values: Options): Promise<number> {
  const { exercises, kept, clock } = await wireAdmin()
  const types = exerciseTypesOf((await kept.all()).rows.map(({ value }) => value))
  const named = String(values.type || reading.typeName || 'SPASE')
  const type = typeNamed(types, named)
  if (!type) {
    console.error(
      `There is no kind of exercise called "${named}"; there are ${types.map(({ name }) => name).join(', ')}. Nothing was planned.`,
    )
    return 2
  }
  const steps = programmeSteps(
    reading,
    type,
    (await exercises.all()).rows.map(({ value }) => value),
  )
  tellReading(reading, steps)
  if (values['dry-run'] || !steps.some(({ does }) => does === 'create')) return 0
  const defaults = defaultsOf(type, values)
  const outcome = await importProgramme({ exercises, clock }, { steps, defaults, source: file, actor: admin })
  if (!outcome.ok) return 1
  const failed = outcome.results.filter(({ state }) => state === 'failed')
  for (const { day, note } of failed) console.error(`${day.unit} was not planned: ${note}`)
  console.log(`${outcome.results.length - failed.length} exercises are planned. Nobody was invited.`)
  return failed.length === 0 ? 0 : 1
}

/** Whoever may run this command may do anything; the history says where an exercise came from. */
const admin: Person = { objectId: 'import', name: 'Import', signInName: '', roles: ['Administrator'] }

function defaultsOf(type: ExerciseType, values: Options) {
  return {
    ...{ type, venue: String(values.venue), roomAddress: String(values.room) },
    start: String(values.start || type.defaultStart),
    end: String(values.end || type.defaultEnd),
  }
}

function tellReading({ days, doubts }: ProgrammeReading, steps: readonly ProgrammeStep[]): void {
  const units = new Set(days.map(({ unit }) => unit)).size
  const boroughs = new Set(days.flatMap((day) => day.boroughs)).size
  console.log(`${days.length} dates, ${units} units, ${boroughs} boroughs.`)
  for (const { line, code, about } of doubts) console.log(`  line ${line}: ${code}: ${about.slice(0, 80)}`)
  for (const step of steps)
    console.log(`  ${writeDate(step.day.date).padEnd(18)} ${step.day.unit}: ${sayStep(step)}`)
}

function sayStep(step: ProgrammeStep): string {
  if (step.does === 'create') return 'to be planned'
  return step.does === 'nothing' ? 'is there already' : `is there on ${writeDate(step.there.date)}; it stays`
}
