import { parseArgs } from 'node:util'
import { type IsoDate, isIsoDate } from '../domain/calendarDays.ts'
import { planRun } from '../usecases/planReminderRun.ts'
import type { RunReport } from '../usecases/runReport.ts'
import type { Command } from './command.ts'
import { planAsJson, reportAsJson, tellPlan, tellReport } from './remindWords.ts'
import { type AdminServices, wireAdmin } from './wire.ts'

const usage = `Usage: npm run admin -- remind [--today YYYY-MM-DD] [--dry-run] [--json]

Has the service send each person one card for what the policy wants them told of: deadlines ahead and overdue, bodies
to be asked again, duties that the law sets, decisions and evidence awaited. On weekends and bank holidays nothing
goes out. Nothing is sent twice: run it again and it only sends what is new. The service has to be running.

  --today    the day to act as if it were; without it, today
  --dry-run  only say who would be told what, and why; nothing is sent or written
  --person   only this person, by their Entra object id
  --json     print one JSON object

Answers 1 when a card failed or the run was stopped; people who cannot be reached are listed and do not count as a failure.
`

/** Sends the reminders of a day, or says what would be sent. */
export const remindCommand: Command = {
  name: 'remind',
  summary: 'send the deadline cards of a day',
  usage,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        today: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        person: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (values.today !== undefined && !isIsoDate(values.today)) {
      console.error(`--today is "${values.today}", which is not a date such as 2021-06-16. Nothing was sent.`)
      return 2
    }
    const services = await wireAdmin()
    const today = values.today ?? (await services.clock.today())
    const { json, person: only = null } = values
    return values['dry-run'] ? plan(services, { today, only }, json) : send(services, { today, only }, json)
  },
}

/** The day, and the one person who is meant or null for everybody. */
interface Asked {
  readonly today: IsoDate
  readonly only: string | null
}

async function plan(services: AdminServices, { today, only }: Asked, json: boolean): Promise<number> {
  const whole = await planRun({ ...services, settings: services.reminderSettings }, { today })
  const isMeant = ({ person }: { person: { objectId: string } }) => only === null || person.objectId === only
  const run = { ...whole, people: whole.people.filter(isMeant), held: whole.held.filter(isMeant) }
  if (json) console.log(JSON.stringify(planAsJson(run)))
  else for (const line of tellPlan(run)) console.log(line)
  return 0
}

async function send(services: AdminServices, asked: Asked, json: boolean): Promise<number> {
  const answer = await askService(services, asked)
  if (typeof answer === 'string') {
    console.error(answer)
    return 1
  }
  if (json) console.log(JSON.stringify(reportAsJson(answer)))
  else for (const line of tellReport(answer)) console.log(line)
  return answer.failed.length > 0 || answer.stopped !== null ? 1 : 0
}

/** Runs the job in the service, where the bot lives; answers with a sentence when that did not work. */
async function askService(services: AdminServices, asked: Asked): Promise<RunReport | string> {
  const { serviceOrigin, clientId } = services.settings
  const token = await services.token(`api://${clientId}/.default`)
  const answer = await fetch(`${serviceOrigin}/api/jobs/remind`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  }).catch(() => null)
  if (answer === null)
    return `The service at ${serviceOrigin} did not answer, so it is not known that anything was sent. Start it (npm start) and run this again: nothing is sent twice.`
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok && isReport(body)) return body
  return (
    errorOf(body) ??
    `The service at ${serviceOrigin} answered ${answer.status}. Run this again later: nothing is sent twice.`
  )
}

/** The service is ours and its answer was asked for with a token, so only its outline is checked. */
function isReport(body: unknown): body is RunReport {
  return typeof body === 'object' && body !== null && 'sent' in body && Array.isArray(body.sent)
}

function errorOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  return typeof body.error === 'string' ? body.error : null
}
