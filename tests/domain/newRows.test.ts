import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDueEntry } from '../../src/documents/read/dueEntries.ts'
import { readPaperFile } from '../../src/documents/read/readFile.ts'
import { withInferences } from '../../src/domain/newRows.ts'
import { importedFrom } from '../../src/domain/paperImport.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { aRecommendation } from '../support/register.ts'
import { describeWithShared } from '../support/shared.ts'

const reports = [
  { key: 'hate-crime-2018-07', title: 'Understanding the difference: hate crime' },
  { key: 'peel-2018-2019-2019-05', title: 'PEEL 2018/2019' },
]
const others = [
  aRecommendation({ number: '6' }),
  aRecommendation({ number: '11', key: 'peel-2018-2019-2019-05/11', reportKey: 'peel-2018-2019-2019-05' }),
]

function inferred(changes: Partial<Recommendation>): Recommendation {
  const row = aRecommendation(changes)
  const [first] = withInferences([row], reports, [row, ...others])
  return first ?? row
}

describe('whether a row applies to the force', () => {
  test.each<[string, Partial<Recommendation>, string]>([
    ['AMBER', {}, 'yes'],
    ['CLOSED', { status: 'CLOSED' }, 'yes'],
    ['WHITE for another body', { progress: 'This action is for the Home Office.' }, 'no'],
    ['WHITE, of which another body is said to decide', { progress: 'The Home Office will decide.' }, 'no'],
    ['WHITE, for others to deliver', { progress: 'For the NPCC’s public order groups to deliver.' }, 'no'],
    ['WHITE, of which we do our part', { progress: 'The College has to act; we go on meanwhile.' }, 'yes'],
    [
      'WHITE for an officer of each region',
      { progress: 'This action is for Chief Officer with responsibility in each Region.' },
      'no',
    ],
    ['WHITE for forces', { progress: 'This recommendation is for all forces.' }, 'yes'],
    [
      'WHITE, first for another body',
      { progress: 'This action is initially for the College of Policing.' },
      'yes',
    ],
    ['WHITE, waiting for a reply', { progress: 'Held at WHITE pending a response from TfL.' }, 'yes'],
    [
      'WHITE without a comment, addressed to another body',
      { progress: '', text: 'The Home Office should legislate.' },
      'no',
    ],
    [
      'WHITE without a comment, addressed to forces',
      { progress: '', text: 'The Home Office and all forces should agree.' },
      'yes',
    ],
  ])('%s', (what, changes, expected) => {
    const status = what.startsWith('WHITE') ? 'WHITE' : (changes.status ?? 'AMBER')
    expect(inferred({ ...changes, status }).applies).toBe(expected)
  })
})

describe('whom a WHITE row waits for', () => {
  test.each([
    ['This action is for the NPCC lead for cyber crime.', 'NPCC lead for cyber crime', ''],
    [
      'It is held at WHITE pending a response from TfL – a new deadline was set.',
      'Transport for London',
      'a response from TfL',
    ],
    [
      'We await the practice guidelines. The College of Policing is awaiting the guidelines of the Home Office.',
      'Home Office and College of Policing',
      'guidelines of the Home Office',
    ],
  ])('%s', (progress, body, product) => {
    const { counterparty } = inferred({ status: 'WHITE', progress })
    expect(counterparty).toEqual({ body, product, lastChased: null, nextChase: null })
  })

  test('nobody, when nobody is named, and no other row waits', () => {
    expect(inferred({ status: 'WHITE', progress: 'Held.' }).counterparty).toBeNull()
    expect(inferred({ progress: 'This action is for the Home Office.' }).counterparty).toBeNull()
  })
})

describe('what a row hangs together with', () => {
  test.each<[string, Partial<Recommendation>, [string, string][]]>([
    [
      'Aligned to PEEL 2018/2019 AFI 11',
      { due: [readDueEntry('Extended to June 2021 Aligned to PEEL 2018/2019 AFI 11')] },
      [['aligned', 'peel-2018-2019-2019-05/11']],
    ],
    ['Progress is linked to 6 above; deadlines are aligned.', {}, [['aligned', 'hate-crime-2018-07/6']]],
    ['It depends on recommendation 6.', {}, [['depends-on', 'hate-crime-2018-07/6']]],
    ['It is pending the outcome of recommendation 2.', {}, [['depends-on', 'Recommendation 2']]],
    ['See recommendation 6.', {}, [['see', 'hate-crime-2018-07/6']]],
    ['Aligned to PEEL 2016 AFI 4', {}, [['aligned', 'PEEL 2016 recommendation 4']]],
    ['Notes to recommendation 8', {}, []],
    ['There are 5 recommendations in 3 reports.', {}, []],
  ])('%s', (words, changes, expected) => {
    const { links } = inferred({ text: '', progress: changes.due ? '' : words, ...changes })
    expect(links.map(({ kind, to }) => [kind, to])).toEqual(expected)
  })
})

describeWithShared('the decisions that the checked paper’s own words tell', (shared) => {
  const bytes = readFileSync(path.join(shared, 'seeds', 'inspection-recommendations-paper.txt'))
  let rows: Recommendation[] = []
  let places = new Map<string, Recommendation>()

  beforeAll(() => {
    const result = readPaperFile(bytes, 'paper.txt')
    if (!result.ok) throw new Error(result.message)
    const read = result.reading
    rows = importedFrom(read).rows.flatMap((one) => (one.ok ? [one.row] : []))
    places = new Map(rows.map((row, index) => [`${(read.rows[index]?.report ?? 0) + 1}/${row.number}`, row]))
  })

  test('18 WHITE rows are for other bodies; the nine that wait apply to the force', () => {
    const white = [...places].filter(([, row]) => row.status === 'WHITE')
    const applying = white.filter(([, row]) => row.applies === 'yes').map(([place]) => place)
    expect(applying).toEqual(['3/5', '4/9', '5/8', '5/11', '5/14', '8/1', '8/4', '15/3', '17/3'])
    expect(white.filter(([, row]) => row.applies === 'no')).toHaveLength(18)
  })

  test('every row of another status applies', () => {
    expect(rows.filter((row) => row.status !== 'WHITE').every((row) => row.applies === 'yes')).toBe(true)
  })

  test.each([
    ['5/15', 'aligned', '5/6'],
    ['9/4a', 'aligned', '12/11'],
    ['12/11', 'see', '9/4a'],
    ['3/1', 'see', '3/4'],
  ])('%s goes with (%s) %s', (from, kind, to) => {
    expect(places.get(from)?.links).toContainEqual(expect.objectContaining({ kind, to: places.get(to)?.key }))
  })

  test('3/1 and 3/4 depend on recommendations that the paper does not show', () => {
    const on = (place: string) => places.get(place)?.links.filter((link) => link.kind === 'depends-on')
    expect(on('3/1')?.map((link) => link.to)).toEqual(['Recommendation 2'])
    expect(on('3/4')?.map((link) => link.to)).toEqual(['Recommendation 3'])
  })

  test('every WHITE row says for whom it waits, but two that name nobody', () => {
    const nobody = [...places].filter(([, row]) => row.status === 'WHITE' && row.counterparty === null)
    expect(nobody.map(([place]) => place)).toEqual(['3/5', '5/14'])
  })
})
