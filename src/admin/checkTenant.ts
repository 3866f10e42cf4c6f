import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkTenant } from './wire.ts'

type Finding = Awaited<ReturnType<typeof checkTenant>>['findings'][number]

/** What is kept of a run; docs/local-tenant-differences.md tells what to do with one from a real tenant. */
export interface TenantRecord {
  /** When it was made, ISO. */
  readonly at: string
  /** Origin of the Graph that was looked at. */
  readonly graph: string
  readonly checks: readonly Finding[]
}

/**
 * Runs the checks, prints each, and keeps the record. Ctrl-C stops after the request that is under way, and what was
 * made is removed all the same.
 * @returns 0, 1 when a check disagrees or something was left behind, 130 when it was stopped
 */
export async function runTenantCheck(options: {
  readonly file: string | null
  readonly sendTo: string | null
}): Promise<number> {
  const file = options.file ?? path.join(process.env.FT_DATA || '.data', 'tenant-check.json')
  const { sendTo } = options
  console.log(announcement(sendTo))
  const { graph, findings, left, stopped } = await untilStopped((signal) =>
    checkTenant({
      sendTo,
      signal,
      calendarToken: process.env.FT_CHECK_TOKEN || null,
      tell: (finding) => console.log(inWords(finding)),
    }),
  )
  for (const sentence of left) console.error(sentence)
  if (stopped) {
    console.error('Stopped. What the checks had made is removed, and no record was written.')
    return 130
  }
  const record: TenantRecord = { at: new Date().toISOString(), graph, checks: findings }
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
  console.log(`${summary(findings)} The record is in ${file}.`)
  return left.length > 0 || findings.some(({ agrees }) => agrees === false) ? 1 : 0
}

async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const onSignal = () => {
    console.error('Stopping; what the checks have made is being removed.')
    stop.abort()
  }
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

function announcement(sendTo: string | null): string {
  const own =
    'A list with a temporary name and events that nobody is invited to are made and removed again at the end.'
  return sendTo === null
    ? `${own} Nothing is sent to anybody.`
    : `${own} ${sendTo} gets two cards, a notification, and an invitation that is called off.`
}

const verdicts = { true: 'agrees', false: 'DISAGREES', null: 'not tried' } as const

function inWords({ number, name, assumed, seen, agrees, note }: Finding): string {
  const lines = [
    `${String(number).padStart(2)}  ${name}: ${verdicts[`${agrees}`]}`,
    `    assumed  ${assumed}`,
    ...(agrees === null ? [] : [`    seen     ${seen}`]),
    ...(note === '' ? [] : [`    ${note}`]),
  ]
  return lines.join('\n')
}

function summary(findings: readonly Finding[]): string {
  const count = (wanted: boolean | null) => findings.filter(({ agrees }) => agrees === wanted).length
  return `${count(true)} agree, ${count(false)} disagree, ${count(null)} could not be tried.`
}
