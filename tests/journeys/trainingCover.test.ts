import type { FrameLocator } from 'playwright-core'
import { eventually, journeyForThisFile } from '../support/journey.ts'

jest.setTimeout(90_000)

const journey = journeyForThisFile()

const heading = 'Employee Number,Course,Completion Date,Status'
const course = 'Traffic patrol course'

/** The first two of Roads Policing who were taught, with the day on which they were. */
async function firstTaught(): Promise<readonly { person: string; day: string }[]> {
  const rows = await journey.items('Completions')
  return rows
    .filter(({ fields }) => fields.CourseKey === 'traffic-patrol')
    .map(({ fields }) => ({ person: String(fields.Person), day: String(fields.CompletedOn) }))
    .sort((one, other) => one.day.localeCompare(other.day))
    .slice(0, 2)
}

/** Counts the cover now; the service would do it by itself within a minute. */
async function countCover(): Promise<void> {
  const { FT_CLIENT_ID, FT_SERVICE_ORIGIN } = journey.tenant.environment
  const token = await journey.tenant.appToken('client', `api://${FT_CLIENT_ID}/.default`)
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${FT_SERVICE_ORIGIN}/api/jobs/cover`, { method: 'POST', headers })
  expect(answer.status).toBe(200)
}

async function openAt(user: string, place: string) {
  const { page } = await journey.open(user)
  await page.goto(`${journey.tenant.origin}/?user=${user}&subpage=${encodeURIComponent(place)}`)
  return { page, tab: page.frameLocator('iframe[title="Follow-Through"]') }
}

async function importFile(tab: FrameLocator, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from([heading, ...lines].join('\r\n'))
  await tab
    .getByLabel('File to import')
    .setInputFiles({ name: 'learning system.csv', mimeType: 'text/csv', buffer })
  await tab.getByRole('button', { name: 'See what would change' }).click()
}

/** The green row of the sample that rests on the traffic patrol course. */
async function restingRow() {
  const rows = await journey.items('Recommendations')
  const row = rows.find(
    ({ fields }) => fields.RestsOn === 'yes' && String(fields.Decisions).includes('"traffic-patrol"'),
  )
  if (!row) throw new Error('No row rests on the traffic patrol course.')
  return { id: String(row.id), status: row.fields.Status, decisions: String(row.fields.Decisions) }
}

const toldOf = async () =>
  (await journey.items('ReminderLedger'))
    .filter(({ fields }) => fields.Rule === 'cover-lapsed' && fields.State === 'sent')
    .map(({ fields }) => fields.PersonName)

test('completions are imported, a green recommendation turns, owner and secretary hear of it, and it holds again', async () => {
  await countCover()
  expect(await restingRow()).toMatchObject({
    status: 'NEW GREEN',
    decisions: expect.stringContaining('"reached":true'),
  })

  const taught = await firstTaught()
  const { page, tab } = await openAt('ruth.mbeki', 'training/completions')
  const failed = taught.map(({ person, day }) => `${person},${course},${day},Failed`)
  await importFile(tab, [...failed, `9999,${course},2021-03-01,Passed`])
  await tab.getByText('Line 4: The staff list knows nobody called “9999”.').waitFor()
  await tab.getByRole('button', { name: 'Bring in 2 lines' }).click()
  await tab.getByRole('heading', { name: 'The import is done' }).waitFor()
  await tab.getByRole('button', { name: 'Mend them here' }).click()
  await tab.getByRole('heading', { name: 'To be mended (1)' }).waitFor()

  await countCover()
  const fell = await restingRow()
  expect(fell.status).toBe('NEW GREEN')
  expect(fell.decisions).toContain('"reached":false')
  const helen = await openAt('helen.carver', `recommendation/${fell.id}`)
  await helen.tab.getByText(/the training that it rests on has fallen below/).waitFor()
  await helen.tab.getByText(/Not reached: it stood at 90 % \(18 of 20\)/).waitFor()
  await helen.page.close()
  const names = await eventually(toldOf, (all) => all.length >= 2)
  expect(names).toContain('Helen Carver')

  // The mended line and the corrections come in, and the figure is reached again.
  await tab.getByLabel('Employee Number, line 4').fill(taught[0]?.person ?? '')
  await tab.getByLabel('Completion Date, line 4').fill(taught[0]?.day ?? '')
  await tab.getByRole('button', { name: 'Try these lines again' }).click()
  await tab.getByRole('button', { name: 'See what would change' }).click()
  await tab.getByRole('button', { name: /^Bring in 1/ }).click()
  await tab.getByText('Every line is in.').waitFor()
  await tab.getByRole('button', { name: 'Import another file' }).click()
  await importFile(
    tab,
    taught.slice(1).map(({ person, day }) => `${person},${course},${day},Passed`),
  )
  await tab.getByRole('button', { name: /^Bring in 1/ }).click()
  await tab.getByText('Every line is in.').waitFor()
  await page.close()
  await countCover()
  expect((await restingRow()).decisions).toContain('"reached":true')
})
