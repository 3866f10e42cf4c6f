/**
 * `npm run check:playground`: the bot in Microsoft's Agents Playground, driven in a browser. The playground is
 * fetched by npx when this is run, under Microsoft's own terms (for evaluation), and is no dependency of anything.
 * Not part of `npm test`, because it needs the npm registry the first time.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'
import { findChromium, installCommand } from '../support/chromium.ts'
import { freePortPair } from '../support/ports.ts'
import { ended, startProduct } from '../support/product.ts'
import { daniel, playgroundSettings } from './playground/settings.ts'

const playground = '@microsoft/m365agentsplayground@0.2.28'
const dueDay = '2021-06-16'
const note = 'Answered in the playground.'
const steps: string[] = []
const done = (step: string) => {
  steps.push(step)
  console.log(`  seen: ${step}`)
}

/** What has to be stopped or removed at the end, last first. */
const leftovers: (() => unknown)[] = []
try {
  await check()
  console.log(`The Agents Playground check passed: ${steps.length} things were seen.`)
} catch (thrown) {
  console.error(`The Agents Playground check failed after: ${steps.join('; ') || 'nothing'}.`)
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exitCode = 1
} finally {
  for (const tidy of leftovers.reverse()) await tidy()
}

async function check(): Promise<void> {
  const browserPath = findChromium()
  if (browserPath === null) throw new Error(`There is no Chromium here. Install it: ${installCommand}`)
  const [window, botPort] = await pickPorts()
  const product = await startProduct()
  leftovers.push(() => product.remove())
  const env = tenantEnvironment(product.dataFolder)
  const connector = `${window}/_connector`
  const bot = await startBot(env, { PLAYGROUND_CONNECTOR: connector, PLAYGROUND_BOT_PORT: String(botPort) })
  await startPlayground(env, window, botPort)
  const browser = await chromium.launch({ executablePath: browserPath })
  leftovers.push(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1300, height: 1000 }, locale: 'en-GB' })
  page.setDefaultTimeout(20_000)
  await page.goto(window)
  await drive(page, bot)
  const rows = await progressNotes(env)
  if (rows.filter((progress) => progress === note).length !== 1)
    throw new Error('The note is not in exactly one row of the register.')
  done('the register holds the note, once')
}

async function drive(page: Page, bot: ChildProcess): Promise<void> {
  await page.getByText('installationUpdate').first().waitFor()
  const { heard } = await ask<{ heard: string[] }>(bot, {})
  if (!heard.includes('installationUpdate')) throw new Error('The bot has not heard of its installation.')
  done('the app is installed, and the bot has taken installationUpdate')

  const { report } = await ask<{ report: { sent: { person: string }[] } }>(bot, { remind: dueDay })
  if (!report.sent.some(({ person }) => person === daniel.name))
    throw new Error('No card was sent to Daniel Okafor.')
  await page.getByText('Deadlines: 3 to look at').waitFor()
  done('a reminder card has come by itself, with three deadlines')

  await page.getByRole('button', { name: 'Update progress' }).first().click()
  await page
    .getByRole('textbox', { name: /stands now/ })
    .first()
    .fill(note)
  await page.getByRole('button', { name: 'Save progress' }).first().click()
  await page.getByText(note).first().waitFor()
  await page.getByText('Saved in the register.').first().waitFor()
  const after = await ask<{ heard: string[] }>(bot, {})
  if (!after.heard.includes('invoke adaptiveCard/action'))
    throw new Error('The press did not come as an invoke.')
  done('the press of Save progress came as adaptiveCard/action, and the card is the refreshed one')

  await answerInEveryWay(page)
  await decide(page, bot)

  await page.getByRole('textbox').last().fill('What is due?')
  await page.keyboard.press('Enter')
  await page
    .getByText(/deadlines? (is|are) yours:/)
    .first()
    .waitFor()
  done('a message is answered in the chat')
}

/** The other ways to answer, each in a row of the one card, or where the row has them left. */
async function answerInEveryWay(page: Page): Promise<void> {
  await press(page, 'Request an extension', 1)
  await visible(page.getByLabel(/^New date for/)).fill('2022-12-30')
  await visible(page.getByLabel('Why it needs longer')).fill('The supplier is late.')
  await press(page, 'Ask for this date')
  await seen(page, 'Asked for in the register.', 'a later deadline was asked for, with its day and reason')

  await press(page, 'Say it is done', 0)
  await visible(page.getByLabel(/^Link to what shows/)).fill('ftp://example.org/policy')
  await press(page, 'Send to sign-off')
  await seen(page, 'must be a full address', 'a link that is none was refused, and the form is still open')
  await visible(page.getByLabel(/^Link to what shows/)).fill('https://example.org/policy')
  await press(page, 'Send to sign-off')
  await seen(page, 'Sent to sign-off.', 'it was said to be done, with evidence')

  await press(page, 'Acknowledge', 0)
  await seen(page, 'Acknowledged.', 'a reminder was acknowledged')

  await press(page, 'Not mine', 0)
  await visible(page.getByLabel(/^Whose is/)).fill('Head of Custody')
  await press(page, 'Say that it is not mine')
  await seen(page, 'Noted for the board secretary.', 'a row was said to be somebody else’s')
}

/** The cards that ask for a decision, and the one that tells an answer. */
async function decide(page: Page, bot: ChildProcess): Promise<void> {
  await ask(bot, { arrange: 'answers-extension' })
  await seen(page, 'What you asked for was answered', 'the answer to the request came as a card')

  await ask(bot, { arrange: 'asks-for-extension' })
  await seen(
    page,
    'A later deadline is asked for',
    'a request for a later deadline came as a card of its own',
  )
  await press(page, 'Agree to the new date')
  await seen(page, 'Agreed: the deadline is moved.', 'the later deadline was agreed to')

  await ask(bot, { arrange: 'asks-for-extension' })
  await visible(page.getByRole('button', { name: 'Decline the extension', exact: true })).waitFor()
  await press(page, 'Decline the extension')
  await visible(page.getByLabel('Why the date has to stay')).fill('It has slipped before.')
  await press(page, 'Decline')
  await seen(page, 'Declined: the deadline stays.', 'a later deadline was declined with a reason')

  await ask(bot, { arrange: 'asks-for-sign-off' })
  await seen(page, 'Your sign-off is asked for', 'a sign-off came as a card of its own, with the evidence')
  await page.getByText('Open evidence 1').first().waitFor()
  await press(page, 'Decline the sign-off')
  await visible(page.getByLabel('What is missing')).fill('The training has not begun.')
  await press(page, 'Decline')
  await seen(page, 'Not signed off; the row stays open.', 'the sign-off was declined with a reason')

  await ask(bot, { arrange: 'asks-for-sign-off' })
  await visible(page.getByRole('button', { name: 'Agree: it is done', exact: true })).waitFor()
  await press(page, 'Agree: it is done')
  await seen(page, 'Signed off.', 'a sign-off was given')

  await ask(bot, { arrange: 'owns-many' })
  await ask(bot, { remind: '2021-06-30' })
  await visible(page.getByRole('button', { name: 'More answers', exact: true })).waitFor()
  const presses = async () =>
    (await ask<{ heard: string[] }>(bot, {})).heard.filter((one) => one.startsWith('invoke'))
  const before = (await presses()).length
  await press(page, 'More answers')
  while ((await presses()).length === before) await new Promise((resolve) => setTimeout(resolve, 100))
  done('a card of many rows has come, and one of its rows shows more answers when asked')
}

/** Presses the button of that name that can be seen, counted from the first. */
async function press(page: Page, name: string, at = 0): Promise<void> {
  await visible(page.getByRole('button', { name, exact: true }), at).click()
}

function visible(found: Locator, at = 0): Locator {
  return found.filter({ visible: true }).nth(at)
}

async function seen(page: Page, text: string, step: string): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor()
  done(step)
}

async function pickPorts(): Promise<[string, number]> {
  const port = await freePortPair()
  return [`http://localhost:${port}`, port + 1]
}

type Environment = Readonly<Record<string, string>>

function tenantEnvironment(dataFolder: string): Environment {
  return JSON.parse(readFileSync(path.join(dataFolder, 'local-tenant.json'), 'utf8'))
}

async function startBot(env: Environment, more: Environment): Promise<ChildProcess> {
  const { PATH, HOME } = process.env
  const bot = fork('tests/clients/playground/bot.ts', { env: { PATH, HOME, ...env, ...more } })
  leftovers.push(() => ended(bot, 'SIGTERM'))
  await answerOf(bot)
  return bot
}

async function startPlayground(env: Environment, window: string, botPort: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'playground-'))
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }))
  const settings = playgroundSettings(env.FT_TENANT_ID ?? '', env.FT_CLIENT_ID ?? '')
  writeFileSync(path.join(folder, '.m365agentsplayground.yml'), settings)
  const args = ['--yes', playground, '-e', `http://localhost:${botPort}/api/messages`, '-c', 'msteams']
  const child = spawn('npx', [...args, '-p', new URL(window).port, '--disable-telemetry'], {
    cwd: folder,
    env: { ...process.env, BROWSER: 'none' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  leftovers.push(() => stopGroup(child))
  const until = Date.now() + 120_000
  while (Date.now() < until && child.exitCode === null) {
    if (
      await fetch(window).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${playground} did not start. Is the npm registry within reach?`)
}

/** npx starts the playground as a process of its own, so the group that this check began is ended as one. */
function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  process.kill(-child.pid, 'SIGTERM')
}

function ask<T>(bot: ChildProcess, message: object): Promise<T> {
  const answer = answerOf<T>(bot)
  bot.send(message)
  return answer
}

function answerOf<T>(bot: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The bot ended with ${code}.`))
    bot.once('exit', ended)
    bot.once('message', (message) => {
      bot.off('exit', ended)
      resolve(message as T)
    })
  })
}

/** The progress notes of all rows, read with the app's own sign-in. */
async function progressNotes(env: Environment): Promise<unknown[]> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: env.FT_CLIENT_ID ?? '',
    client_secret: env.FT_CLIENT_SECRET ?? '',
    scope: 'https://graph.microsoft.com/.default',
  })
  const login = `${env.FT_LOGIN_ORIGIN}/${env.FT_TENANT_ID}/oauth2/v2.0/token`
  const { access_token } = await (await fetch(login, { method: 'POST', body: form })).json()
  const graph = async (address: string) =>
    (
      await fetch(`${env.FT_GRAPH_ORIGIN}/v1.0${address}`, {
        headers: { Authorization: `Bearer ${access_token}` },
      })
    ).json()
  const { id } = await graph(`/sites/${env.FT_SITE}`)
  const { value } = await graph(`/sites/${id}/lists/Recommendations/items?$expand=fields&$top=500`)
  return value.map((row: { fields: { Progress?: string } }) => row.fields.Progress)
}
