import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readExerciseFile } from '../../../src/documents/read/exerciseFile.ts'
import { readExercisePage } from '../../../src/documents/read/exercisePage.ts'
import { programme } from '../../support/exercises.ts'
import { describeWithShared } from '../../support/shared.ts'

const lines = (text: string) => text.split('\n').map((one, index) => ({ line: index + 1, text: one }))
const read = (text: string) => readExercisePage(lines(text).filter((one) => one.text.trim() !== ''))

describe('a page of dates', () => {
  it.each([
    ['18th April 2018\n\nCamden & Islington'],
    ['18 April 2018: Camden & Islington'],
    ['Wednesday 18 April 2018 – Camden and Islington'],
    ['Wed, 18th of Apr. 2018\nCamden, Islington'],
    ['18/04/2018 Camden and Islington'],
    ['18.4.2018\nCamden and Islington'],
    ['2018-04-18\tCamden and Islington'],
    ['18th\u00a0April 2018\n\u00a0Camden & Islington \u00a0'],
  ])('written as %j is read', (text) => {
    expect(read(text).days).toMatchObject([
      { date: '2018-04-18', unit: 'Camden and Islington', boroughs: ['Camden', 'Islington'], line: 1 },
    ])
  })

  it('takes only the line behind a date for its unit', () => {
    const { days, doubts } = read(
      '12 Dec 2018\nEnfield and Haringey\nPlease contact if you want to book Barnet.',
    )
    expect(days.map(({ unit }) => unit)).toEqual(['Enfield and Haringey'])
    expect(doubts).toEqual([])
  })

  it('names what it cannot place', () => {
    const text = [
      '30th February 2018\nCamden',
      '1 March 2018\nnothing here',
      '2 March 2018\nCamden, Milton Keynes',
      '9 March 2018\nCamden',
      '9 March 2018\nBarnet',
    ].join('\n')
    const { days, doubts } = read(text)
    expect(days.map(({ date }) => date)).toEqual(['2018-03-02', '2018-03-09', '2018-03-09'])
    expect(doubts.map(({ code, about }) => [code, about])).toEqual([
      ['impossible-date', '30th February 2018'],
      ['no-place', '1 March 2018'],
      ['unknown-place', 'Milton Keynes'],
      ['borough-twice', 'Camden'],
      ['date-twice', 'Barnet'],
    ])
  })

  it('points out a line that is not for partners, and brings nothing of it in', () => {
    const { days, doubts } = read('Internal only: ask Jo.\n18 April 2018\nCamden')
    expect(doubts).toMatchObject([{ code: 'internal-line', line: 1 }])
    expect(JSON.stringify(days)).not.toContain('Jo')
  })

  it('reads a web page as it reads text', async () => {
    const pasted = '<html><body><p>18<sup>th</sup> April 2018</p><p>Camden &amp; Islington</p></body></html>'
    const result = await readExerciseFile({ pasted })
    expect(result).toMatchObject({ ok: true, reading: { days: [{ date: '2018-04-18' }] } })
  })

  it.each([
    ['without a date', 'Camden and Islington'],
    ['with a date and no unit', '18 April 2018'],
    ['that is empty', ' '],
    ['that is a PDF', '%PDF-1.4'],
  ])('%s is refused with a sentence', async (_what, pasted) => {
    const result = await readExerciseFile({ pasted, name: 'page.txt' })
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('page.txt') })
  })
})

describeWithShared('the page of 2018', (shared) => {
  it('has twelve dates, twelve units and 32 boroughs, none split wrongly', async () => {
    const bytes = new Uint8Array(readFileSync(path.join(shared, 'seeds', 'spase-training-and-events.txt')))
    const result = await readExerciseFile({ bytes, name: 'page.txt' })
    if (!result.ok) throw new Error(result.message)
    const { days, doubts, typeName, fullName } = result.reading
    expect(days.map(({ date, unit }) => [date, unit])).toEqual(programme.map(([date, unit]) => [date, unit]))
    expect(new Set(days.flatMap(({ boroughs }) => boroughs)).size).toBe(32)
    expect([typeName, fullName]).toEqual(['SPASE', 'Strategic Partner Safeguarding Exercise'])
    expect(doubts.map(({ code }) => code)).toEqual(['internal-line'])
  })
})
