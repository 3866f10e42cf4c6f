import { pino } from 'pino'
import { answerPress } from '../../../src/bot/handlers/answerPress.ts'
import { M365Error } from '../../../src/domain/m365Error.ts'
import { defaultWording } from '../../../src/domain/reminderWording.ts'
import { findAll, markdownTexts, runTexts } from '../../support/cards.ts'
import { aRecommendation, owner } from '../../support/register.ts'
import { aLedgerEntry, reminderScene } from '../../support/reminders.ts'

const daniel = { objectId: owner.objectId, name: owner.name }
const data = { action: 'updateProgress', row: '1', seen: 0, 'progress-1': 'The policy was signed.' }

function setUp() {
  const scene = reminderScene([aRecommendation()])
  scene.ledger.put(aLedgerEntry())
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  return { scene, lines, deps: { teamsAppId: 'app', log, answer: async () => scene } }
}

describe('the answer to a press', () => {
  test('is the card with a word that it was saved', async () => {
    const { deps } = setUp()
    const reply = await answerPress(deps, daniel, data, 'card-1')
    expect(reply).toMatchObject({ kind: 'card', settled: true })
    if (reply.kind === 'card') expect(markdownTexts(reply.card)).toContain('Saved in the register.')
  })

  test('keeps the force’s own sentences on the card', async () => {
    const { deps } = setUp()
    const wording = async () => ({
      ...defaultWording,
      opening: 'Good morning {name}.',
      closing: 'On {today}.',
    })
    const reply = await answerPress({ ...deps, wording }, daniel, data, 'card-1')
    if (reply.kind !== 'card') throw new Error('There is no card.')
    expect(runTexts(reply.card)).toContain('Good morning Daniel Okafor.')
    expect(runTexts(reply.card)).toContain('On 16 June 2021.')
  })

  test('says that it was saved even when those sentences cannot be had', async () => {
    const { deps } = setUp()
    const wording = () => Promise.reject(new M365Error('unavailable', 'Microsoft 365 could not be reached.'))
    const reply = await answerPress({ ...deps, wording }, daniel, data, 'card-1')
    expect(reply).toMatchObject({ kind: 'card', settled: true })
  })

  test('keeps what was typed after a refusal, and leaves the card in the chat alone', async () => {
    const { deps, scene } = setUp()
    scene.recommendations.change('1', (row) => ({ ...row, progress: 'The policy was signed.' }))
    const reply = await answerPress(deps, daniel, data, 'card-1')
    expect(reply).toMatchObject({ kind: 'card', settled: false })
    if (reply.kind === 'card')
      expect(findAll(reply.card, 'Input.Text').map(({ value }) => value)).toContain('The policy was signed.')
  })

  test('keeps what was typed in another row', async () => {
    const { deps, scene } = setUp()
    const second = await scene.recommendations.create(
      aRecommendation({ key: 'hate-crime-2018-07/9', number: '9' }),
    )
    scene.ledger.put(aLedgerEntry({ key: 'second', recommendationRef: second.row.id }))
    const both = { ...data, [`progress-${second.row.id}`]: 'Typed beside it.' }
    const reply = await answerPress(deps, daniel, both, 'card-1')
    expect(reply).toMatchObject({ kind: 'card', settled: true })
    if (reply.kind === 'card')
      expect(findAll(reply.card, 'Input.Text').map(({ value }) => value)).toContain('Typed beside it.')
  })

  test('leaves the card alone when a new one could not hold what was typed in it', async () => {
    const { deps, scene } = setUp()
    const long: Record<string, string> = {}
    for (const number of ['9', '10']) {
      const { row } = await scene.recommendations.create(
        aRecommendation({ key: `hate-crime-2018-07/${number}`, number }),
      )
      scene.ledger.put(aLedgerEntry({ key: number, recommendationRef: row.id }))
      long[`progress-${row.id}`] = '漢'.repeat(4_000)
    }
    const reply = await answerPress(deps, daniel, { ...data, ...long }, 'card-1')
    expect(reply).toMatchObject({
      kind: 'words',
      sentence: expect.stringMatching(/^Saved in the register\. The card stays as it is/),
    })
  })

  test('is a sentence when Microsoft 365 is away, and the log has no word of the person', async () => {
    const { deps, scene, lines } = setUp()
    scene.recommendations.goOffline()
    const reply = await answerPress(deps, daniel, data, 'card-1')
    expect(reply).toEqual({
      kind: 'error',
      status: 500,
      sentence:
        'Microsoft 365 could not be reached. What you typed is still in the card: press again in a minute. It is never saved twice.',
    })
    expect(lines.join()).toContain('unavailable')
    expect(lines.join()).not.toMatch(/policy|Daniel|Okafor/)
  })

  test.each([
    ['nobody is signed in', null, data, 'did not say who you are'],
    ['the card is not ours', daniel, { action: 'other' }, 'not one that Follow-Through knows'],
  ])('is a refusal when %s', async (_what, person, pressed, sentence) => {
    const { deps } = setUp()
    expect(await answerPress(deps, person, pressed, 'card-1')).toMatchObject({
      kind: 'error',
      status: 400,
      sentence: expect.stringContaining(sentence),
    })
  })
})
