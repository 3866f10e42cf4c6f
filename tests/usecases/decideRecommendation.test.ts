import type { Decision } from '../../src/domain/decide.ts'
import { isM365Error } from '../../src/domain/m365Error.ts'
import type { Person } from '../../src/domain/roles.ts'
import { decideRecommendation } from '../../src/usecases/decideRecommendation.ts'
import { aCounterparty, aSignOff, headOfUnit, move, posts, someEvidence } from '../support/decisions.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import {
  aRecommendation,
  aReport,
  MemoryRecommendations,
  officer,
  owner,
  secretary,
  standingClock,
} from '../support/register.ts'

const element = { label: '[1]', text: 'Do it.', status: null, comment: '' }
const link = { kind: 'see', to: 'x/1', note: '' } as const

function setUp(row = aRecommendation({ elements: [element] })) {
  return {
    recommendations: new MemoryRecommendations([row]),
    posts: new MemoryListStore(posts),
    clock: standingClock(),
  }
}

const take = (deps: ReturnType<typeof setUp>, decision: Decision, actor: Person = secretary, etag = 'v1') =>
  decideRecommendation(deps, { id: '1', etag, decision, actor })

const red = { does: 'set-status', status: 'RED', why: 'The board agreed.' } as const

test('a decision is saved with its line of history and the version it was made on', async () => {
  const deps = setUp()
  const outcome = await take(deps, red)
  expect(outcome).toEqual({ ok: true, row: deps.recommendations.peek('1') })
  expect(deps.recommendations.peek('1')).toMatchObject({ etag: 'v2', value: { status: 'RED' } })
  expect(deps.recommendations.peek('1').value.history[0]).toMatchObject({ by: secretary.name, to: 'RED' })
})

test('what the rules refuse is not written', async () => {
  const deps = setUp()
  expect(await take(deps, red, owner)).toEqual({ ok: false, code: 'secretary-only' })
  expect(deps.recommendations.calls).toEqual(['get'])
})

test('posts say who heads the unit', async () => {
  const deps = setUp(aRecommendation({ evidence: [someEvidence()], signOff: aSignOff() }))
  const agree = { does: 'answer-sign-off', agreed: true, note: '' } as const
  expect(await take(deps, agree, officer)).toEqual({ ok: false, code: 'not-the-second-person' })
  expect((await take(deps, agree, headOfUnit)).ok).toBe(true)
})

test('no deadline lies before the report was published', async () => {
  const deps = { ...setUp(aRecommendation({ due: [] })), reports: new MemoryListStore([aReport()]) }
  const before = { ...move, verb: 'none', date: '2018-07-30' } as const
  expect(await take(deps, before)).toEqual({ ok: false, code: 'due-before-published' })
  expect((await take(deps, { ...before, date: '2018-07-31' })).ok).toBe(true)
})

describe('when somebody saved in between', () => {
  test('their row comes back and nothing is written', async () => {
    const deps = setUp()
    const theirs = deps.recommendations.change('1', (row) => ({ ...row, status: 'WHITE' }))
    expect(await take(deps, red)).toEqual({ ok: false, code: 'changed-meanwhile', theirs })
    expect(deps.recommendations.peek('1')).toBe(theirs)
  })

  test('the very same decision by somebody else is still somebody else’s', async () => {
    const deps = setUp()
    await take(deps, red, { ...secretary, objectId: 'another secretary' })
    expect(await take(deps, red)).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })

  test('the same status for another reason is another decision', async () => {
    const deps = setUp()
    await take(deps, { ...red, why: 'For another reason.' })
    expect(await take(deps, red)).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })
})

describe('when the answer to a save is lost, the same call finds what it did and does it once', () => {
  const proven = aRecommendation({ evidence: [someEvidence()], elements: [element], links: [link] })
  const white = aRecommendation({ status: 'WHITE', counterparty: aCounterparty() })
  const green = aRecommendation({ status: 'GREEN', evidence: [someEvidence()] })
  const asked = { ...proven, signOff: aSignOff() }
  const counterparty = aCounterparty({ body: 'Home Office' })

  test.each<[string, ReturnType<typeof aRecommendation>, Decision]>([
    ['a status', proven, red],
    ['a rationale', { ...proven, status: 'RED' }, { does: 'set-rationale', rationale: 'No funds.' }],
    ['a deadline', proven, move],
    ['an event that is awaited', proven, { ...move, date: null, event: 'the review' }],
    ['a milestone', proven, { does: 'meet-milestone', entry: 0, on: '2021-06-01' }],
    ['a report to a board', proven, { does: 'report-to-board', entry: 0, board: 'PAB' }],
    ['evidence', proven, { does: 'add-evidence', title: 'Audit', link: 'https://example.org' }],
    ['evidence taken back', proven, { does: 'remove-evidence', link: someEvidence().link, why: 'Draft.' }],
    ['a request for sign-off', proven, { does: 'ask-sign-off', note: '' }],
    ['a sign-off', asked, { does: 'answer-sign-off', agreed: true, note: '' }],
    [
      'a sign-off that is held',
      asked,
      { does: 'answer-sign-off', agreed: true, note: '', holdUntil: '2021-09-30' },
    ],
    ['a sign-off declined', asked, { does: 'answer-sign-off', agreed: false, note: 'Not yet.' }],
    [
      'a demonstration period',
      proven,
      { does: 'hold-for-demonstration', until: '2021-09-30', why: 'To see.' },
    ],
    ['an owner', proven, { does: 'set-owner', post: 'head-of-ppu', why: 'Moved.' }],
    ['whether it applies', proven, { does: 'set-applies', applies: 'in-part', why: '' }],
    ['addressees', proven, { does: 'set-addressees', addressees: ['Forces', ' '] }],
    ['whom it waits for', white, { does: 'set-counterparty', counterparty }],
    ['a chase', white, { does: 'chased', on: '2021-06-01', nextChase: '2021-08-01' }],
    ['that it becomes ours', white, { does: 'becomes-ours', status: 'AMBER', why: 'Published.' }],
    ['a link', proven, { does: 'link', link: { ...link, to: 'y/2' } }],
    ['a link taken back', proven, { does: 'unlink', kind: 'see', to: 'x/1' }],
    [
      'the inspectorate’s word',
      proven,
      { does: 'inspectorate-said', word: { status: 'complete', on: '2021-05-01', note: '' } },
    ],
    ['a part', proven, { does: 'set-element', index: 0, status: 'GREEN', comment: 'Done. ' }],
    ['a reopening', green, { does: 'reopen', status: 'AMBER', why: 'Not sustained.' }],
  ])('%s', async (_what, row, decision) => {
    const deps = setUp(row)
    deps.recommendations.loseNextAnswer()
    const thrown = await take(deps, decision).catch((error: unknown) => error)
    expect(isM365Error(thrown, 'unavailable')).toBe(true)
    const once = deps.recommendations.peek('1')
    expect(await take(deps, decision)).toEqual({ ok: true, row: once })
    expect(deps.recommendations.peek('1')).toBe(once)
  })
})
