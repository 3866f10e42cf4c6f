import { aCounterparty, refusal, taken } from '../support/decisions.ts'
import { aRecommendation, owner } from '../support/register.ts'

const row = aRecommendation()

describe('the owner', () => {
  const give = (post: string | null, why = '') => ({ does: 'set-owner', post, why }) as const

  test('a first one needs no reason, another one does', () => {
    expect(refusal(aRecommendation({ ownerPost: null }), give('crime-dci'))).toBe('taken')
    expect(refusal(row, give('head-of-ppu'))).toBe('no-reason')
    expect(refusal(row, give('head-of-ppu', 'Reorganised.'))).toBe('taken')
  })

  test('can be taken away with a reason', () => {
    expect(taken(row, give(null, 'Nobody yet.'))).toMatchObject({ ownerPost: null })
  })

  test('is one of the posts, and another than before', () => {
    expect(refusal(row, give('no-such-post', 'Why not.'))).toBe('no-such-post')
    expect(refusal(row, give('crime-dci', 'Again.'))).toBe('nothing-changed')
  })
})

describe('whether it applies', () => {
  const applies = (word: 'yes' | 'in-part' | 'no', why = '') =>
    ({ does: 'set-applies', applies: word, why }) as const

  test('a first decision needs no reason, another one does', () => {
    expect(refusal(row, applies('yes'))).toBe('taken')
    expect(refusal({ ...row, applies: 'yes' }, applies('in-part'))).toBe('no-reason')
    expect(refusal({ ...row, applies: 'yes' }, applies('yes', 'Again.'))).toBe('nothing-changed')
    expect(taken({ ...row, applies: 'yes' }, applies('in-part', 'Only part 2.')).history[0]).toMatchObject({
      field: 'applies',
      from: 'yes',
      to: 'in part',
      why: 'Only part 2.',
    })
  })
})

test('addressees are kept once each, without blanks', () => {
  const next = taken(row, { does: 'set-addressees', addressees: [' Forces ', '', 'Home Office', 'Forces'] })
  expect(next.addressees).toEqual(['Forces', 'Home Office'])
  expect(refusal(next, { does: 'set-addressees', addressees: ['Forces', 'Home Office'] })).toBe(
    'nothing-changed',
  )
  expect(refusal(row, { does: 'set-addressees', addressees: ['x'.repeat(256)] })).toBe('too-long')
})

describe('links', () => {
  const link = (to: string, kind: 'aligned' | 'see' = 'aligned') =>
    ({ does: 'link', link: { kind, to, note: '' } }) as const

  test('go to another row, held or not, and once for each kind', () => {
    const linked = taken(row, link('PEEL 2018/2019 AFI 11'))
    expect(linked.links).toEqual([{ kind: 'aligned', to: 'PEEL 2018/2019 AFI 11', note: '' }])
    expect(refusal(linked, link(' PEEL 2018/2019 AFI 11 '))).toBe('already-linked')
    expect(refusal(linked, link('PEEL 2018/2019 AFI 11', 'see'))).toBe('taken')
    expect(refusal(row, link(row.key))).toBe('links-to-itself')
    expect(refusal(row, link(' '))).toBe('no-title')
  })

  test('are taken back by what they say', () => {
    const linked = taken(row, link('x/1'))
    expect(taken(linked, { does: 'unlink', to: 'x/1', kind: 'aligned' }).links).toEqual([])
    expect(refusal(linked, { does: 'unlink', to: 'x/1', kind: 'see' })).toBe('no-such-link')
  })
})

describe('the inspectorate’s own word', () => {
  const said = (status: 'awaiting-review' | 'complete', on: string) =>
    ({ does: 'inspectorate-said', word: { status, on, note: '' } }) as const

  test('stands in the order of its days, whenever it was heard', () => {
    const heardLate = taken(taken(row, said('complete', '2021-05-01')), said('awaiting-review', '2020-09-01'))
    expect(heardLate.inspectorate.map((word) => word.status)).toEqual(['awaiting-review', 'complete'])
    expect(heardLate.status).toBe('AMBER')
  })

  test.each([
    ['today', '2021-06-01', 'taken'],
    ['tomorrow', '2021-06-02', 'date-in-future'],
    ['a day that does not exist', '2021-06-31', 'not-a-date'],
  ])('%s', (_what, on, expected) => {
    expect(refusal(row, said('complete', on))).toBe(expected)
  })

  test('is not written down twice', () => {
    expect(refusal(taken(row, said('complete', '2021-05-01')), said('complete', '2021-05-01'))).toBe(
      'nothing-changed',
    )
  })
})

describe('a part', () => {
  const elements = [{ label: '[1]', text: 'Do it.', status: null, comment: '' }]
  const set = (status: 'GREEN' | null, comment: string, index = 0) =>
    ({ does: 'set-element', index, status, comment }) as const

  test('has its own status and comment', () => {
    const next = taken({ ...row, elements }, set('GREEN', ' Done. '))
    expect(next.elements[0]).toMatchObject({ status: 'GREEN', comment: 'Done.' })
    expect(next.status).toBe('AMBER')
    expect(next.history[0]).toMatchObject({ from: '[1] – no status', to: '[1] – GREEN – Done.' })
  })

  test.each([
    ['that is not there', set('GREEN', '', 1), 'no-such-element'],
    ['as it was', set(null, ''), 'nothing-changed'],
    ['with a comment of 5,000 characters', set(null, 'x'.repeat(5_000)), 'taken'],
    ['with a comment of 5,001 characters', set(null, 'x'.repeat(5_001)), 'too-long'],
  ])('%s', (_what, decision, expected) => {
    expect(refusal({ ...row, elements }, decision)).toBe(expected)
  })
})

describe('whom a row waits for', () => {
  const white = aRecommendation({ status: 'WHITE', counterparty: aCounterparty() })

  test('a WHITE row never waits for nobody; another may stop waiting', () => {
    const nobody = { does: 'set-counterparty', counterparty: null } as const
    expect(refusal(white, nobody)).toBe('no-counterparty')
    expect(refusal({ ...white, status: 'AMBER' }, nobody)).toBe('taken')
    expect(refusal(row, nobody)).toBe('nothing-changed')
  })

  test('a chase sets the next one at once', () => {
    const next = taken(white, { does: 'chased', on: '2021-06-01', nextChase: '2021-08-01' }, owner)
    expect(next.counterparty).toMatchObject({ lastChased: '2021-06-01', nextChase: '2021-08-01' })
  })

  test.each([
    ['a chase tomorrow', '2021-06-02', '2021-08-01', 'date-in-future'],
    ['a next chase on the day of the last', '2021-06-01', '2021-06-01', 'chase-in-past'],
    ['a next chase in the past', '2021-05-01', '2021-05-31', 'chase-in-past'],
    ['a next chase today after one last month', '2021-05-01', '2021-06-01', 'taken'],
  ])('%s', (_what, on, nextChase, expected) => {
    expect(refusal(white, { does: 'chased', on, nextChase })).toBe(expected)
  })
})
