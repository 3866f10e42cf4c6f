import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import type { ColumnMapping } from '../../../src/domain/anyPaper.ts'
import { samplePaperText, wordPaper } from '../../support/paperDocuments.ts'
import { codes, csv, excelFile, type ReadFile, read, wordFile } from '../../support/registerFiles.ts'

const meanings = ({ tables }: ReadFile) =>
  tables[0]?.columns.map(({ heading, meaning }) => [heading, meaning])
describe('columns are found by meaning', () => {
  test.each([
    ['Ref|Recommendation|Lead|Target date|Progress|RAG', 'number text owner due comment status'],
    [
      'AFI No|Area for Improvement|Owner|Deadline|Latest update|Status',
      'number text owner due comment status',
    ],
    ['#|Finding|Responsible officer|By when|Commentary|BRAG rating', 'number text owner due comment status'],
    [
      'Rec ID|HMICFRS recommendation|SRO|Completion date|% complete|Delivery status',
      'number text owner due percent status',
    ],
    ['Report|Published|No|Recommendation|Sub-actions|Status', 'report published number text action status'],
    [
      'Date raised|Priority|Recommendation|Addressed to|Revised target date|RAG status',
      'raised priority text addressee due status',
    ],
    ['Item|Action|Assigned to|Due|Notes|Status', 'number text owner due comment status'],
    [
      'Ref|Recommendation|Date closed|Original due date|Evidence|Traffic light',
      'number text other due comment status',
    ],
  ])('%s', async (titles, expected) => {
    const cells = titles.split('|').map((_, index) => `v${index} some words here`)
    const result = await csv(`${titles.split('|').join(',')}\n${cells.join(',')}\n`)
    expect(
      meanings(result)
        ?.map(([, meaning]) => meaning)
        .join(' '),
    ).toBe(expected)
  })

  test('what the headings do not say is told from the cells, with little confidence and a doubt', async () => {
    const rows = [
      '1,Forces should do better at this,Amber,1 June 2021',
      '2,Forces should do it sooner,Red,2 June 2021',
    ]
    const result = await csv(`Ref,Recommendation,How it goes,End\n${rows.join('\n')}\n`)
    expect(meanings(result)?.[2]).toEqual(['How it goes', 'status'])
    expect(result.tables[0]?.columns[2]?.confidence).toBeLessThan(0.7)
    expect(codes(result.reading)).toContain('columns-guessed')
  })

  test('only one column is the status; the other is kept in the comment under its heading', async () => {
    const result = await csv('Ref,Recommendation,Status,RAG status\n1,Do it,Live,Amber\n')
    expect(result.reading.rows[0]).toMatchObject({ status: 'AMBER', comment: 'RAG status: Amber' })
  })

  test('a heading in two rows is one heading', async () => {
    const word = await wordFile([
      ['Ref', 'Recommendation', { text: 'Target date', across: 2 }, 'Status'],
      ['', '', 'Original', 'Revised', ''],
      ['1', 'Do it', 'May 2021', 'July 2021', 'Amber'],
    ])
    const result = await read({ bytes: word, name: 'a.docx' })
    expect(meanings(result)?.slice(2, 4)).toEqual([
      ['Target date Original', 'due'],
      ['Target date Revised', 'due'],
    ])
    expect(result.reading.rows[0]?.due).toMatchObject([
      { date: '2021-05-31', verb: 'none' },
      { date: '2021-07-31', verb: 'extended-to' },
    ])
  })
})

describe('a person corrects a meaning', () => {
  const text = 'Ref,Recommendation,Remark,State of play\n1,Do it,Begun,Phase 2\n2,Do more,Done,Phase 3\n'
  test('of a column and of a status word, and the same file is read so', async () => {
    const first = await csv(text)
    expect(first.statusWords).toEqual([{ word: '(BLANK)', status: null, rows: 2 }])
    const chosen = await csv(text, {
      ...first.mapping,
      columns: { ...first.mapping.columns, 'state of play': 'status' },
    })
    expect(chosen.statusWords).toEqual([
      { word: 'PHASE 2', status: null, rows: 1 },
      { word: 'PHASE 3', status: null, rows: 1 },
    ])
    expect(chosen.reading.rows.map(codes)).toEqual([['status-unknown'], ['status-unknown']])
    const told = await csv(text, { ...chosen.mapping, statuses: { 'PHASE 2': 'AMBER', 'PHASE 3': 'GREEN' } })
    expect(told.reading.rows.map(({ status }) => status)).toEqual(['AMBER', 'GREEN'])
    expect(told.tables[0]?.columns[3]).toMatchObject({ meaning: 'status', confidence: 1 })
  })
  test('the mapping that comes back reads the file as before', async () => {
    const first = await csv(text)
    expect(await csv(text, first.mapping)).toMatchObject({ reading: first.reading, mapping: first.mapping })
  })
  test('the fingerprint knows the headings in whatever order, not the rows', async () => {
    const { fingerprint } = await csv(text)
    expect((await csv('Remark,Ref,State of play,Recommendation\nx,9,y,Else\n')).fingerprint).toBe(fingerprint)
    expect((await csv(text.replace('Remark', 'Note'))).fingerprint).not.toBe(fingerprint)
  })
  test('also of a paper in the board’s own layout', async () => {
    const bytes = await wordPaper(readPaperText(samplePaperText()))
    const first = await read({ bytes, name: 'paper.docx' })
    const columns: ColumnMapping['columns'] = { ...first.mapping.columns, comment: 'ignored' }
    const result = await read({ bytes, name: 'paper.docx' }, { columns, statuses: {} })
    expect(result.reading.rows).toHaveLength(first.reading.rows.length)
    expect(result.reading.rows.every(({ comment }) => comment === '')).toBe(true)
  })
})

describe('status words of other forces', () => {
  const statusOf = async (word: string, more = '') =>
    (await csv(`Ref,Recommendation,Status\n1,Do it,${word}\n${more}`)).reading.rows[0]
  test.each([
    ['Red', 'RED', false],
    ['R', 'RED', true],
    ['A', 'AMBER', true],
    ['Amber', 'AMBER', false],
    ['Green', 'GREEN', false],
    ['Complete', 'GREEN', true],
    ['Fully implemented', 'GREEN', true],
    ['Green - complete', 'GREEN', true],
    ['In Progress', 'AMBER', true],
    ['On track', 'AMBER', true],
    ['Not started', 'AMBER', true],
    ['Overdue', 'RED', true],
    ['Awaiting College of Policing', 'WHITE', true],
    ['Not applicable', 'CLOSED', true],
    ['Closed', 'CLOSED', true],
    ['CLOSED', 'CLOSED', false],
  ])('%s is %s; a doubt: %s', async (word, status, hasDoubt) => {
    const row = await statusOf(word)
    expect(row?.status).toBe(status)
    expect(row && codes(row).includes('status-guessed')).toBe(hasDoubt)
  })
  test('one that nobody knows stays as it is, with a doubt, and the row stays', async () => {
    expect(await statusOf('Purple')).toMatchObject({
      status: 'PURPLE',
      doubts: [{ code: 'status-unknown' }, {}],
    })
  })
  test('an empty status is a word, too, for a person to give a meaning to', async () => {
    const text = 'Ref,Recommendation,Status\n1,Do it,Amber\n2,Do more,\n'
    const first = await csv(text)
    expect(first.statusWords).toContainEqual({ word: '(BLANK)', status: null, rows: 1 })
    expect(first.reading.rows[1]).toMatchObject({ status: '', doubts: [{ code: 'status-missing' }, {}] })
    const told = await csv(text, { columns: {}, statuses: { '(BLANK)': 'AMBER' } })
    expect(told.reading.rows[1]?.status).toBe('AMBER')
  })
  test('where blue is complete, green is on track', async () => {
    const result = await csv('Ref,Recommendation,BRAG\n1,Do it,Green\n2,Do more,Blue\n')
    expect(result.reading.rows.map(({ status }) => status)).toEqual(['AMBER', 'GREEN'])
    expect(result.statusWords).toContainEqual({ word: 'GREEN', status: 'AMBER', rows: 1 })
  })
  test.each([
    ['100%', 'AMBER', 'percent-disagrees'],
    ['60%', 'Green', 'percent-disagrees'],
    ['100', '', 'status-guessed'],
    ['0.4', '', 'status-guessed'],
  ])('%s complete beside "%s" is a doubt', async (percent, status, code) => {
    const { reading } = await csv(`Ref,Recommendation,% complete,Status\n1,Do it,${percent},${status}\n`)
    expect(codes(reading.rows[0] ?? { doubts: [] })).toContain(code)
  })
  test('without a status, what is 100 % is green and what is not is amber', async () => {
    const { reading } = await csv('Ref,Recommendation,% complete\n1,Do it,100\n2,Do more,99\n3,Else,\n')
    expect(reading.rows.map(({ status }) => status)).toEqual(['GREEN', 'AMBER', ''])
  })
})

describe('rows and their parts', () => {
  test('a line without a reference is a part of the row above', async () => {
    const { reading } = await csv(
      'Ref,Recommendation,Lead,Due,Status\n1,Do it,A,May 2021,Amber\n,First step,B,April 2021,Complete\n,Second step,,,Red\n2,Else,,,Red\n',
    )
    expect(reading.rows.map(({ number }) => number)).toEqual(['1', '2'])
    expect(reading.rows[0]?.elements).toEqual([
      { label: '', text: 'First step', status: 'GREEN', comment: 'Lead: B\nDue: April 2021' },
      { label: '', text: 'Second step', status: 'RED', comment: '' },
    ])
  })
  test('merged cells of Word belong to all lines that they reach', async () => {
    const word = await wordFile('Custody inspection', [
      ['Ref', 'Recommendation', 'Action', 'Status'],
      [{ text: '1', down: 2 }, { text: 'Do it', down: 2 }, 'First', 'Complete'],
      ['Second', 'Red'],
      ['2', 'Do more', 'Only', 'Amber'],
    ])
    const { reading } = await read({ bytes: word, name: 'a.docx' })
    expect(reading.reports[0]?.title).toBe('Custody inspection')
    expect(reading.rows).toMatchObject([
      {
        number: '1',
        status: 'RED',
        elements: [
          { text: 'First', status: 'GREEN' },
          { text: 'Second', status: 'RED' },
        ],
      },
      { number: '2', status: 'AMBER', elements: [], comment: 'Action: Only' },
    ])
  })
  test('a sentence that a page had parted is one again', async () => {
    const { reading } = await csv(
      'Ref,Recommendation,Status\n1,Do it and,Amber\n,go on with it,\n2,Else,Red\n',
    )
    expect(reading.rows[0]).toMatchObject({ text: 'Do it and go on with it', elements: [] })
  })
  test('a reference may name the kind', async () => {
    const { reading } = await csv(
      'Ref,Recommendation,Status\nRec 4,Do it,Amber\nAFI 2,Else,Red\nHMIC/19-7,Third,Red\n',
    )
    expect(reading.rows.map(({ number, kind }) => [number, kind])).toEqual([
      ['4', 'recommendation'],
      ['2', 'area-for-improvement'],
      ['HMIC/19-7', 'recommendation'],
    ])
  })
  test('two rows with one number are told, and a row without any is', async () => {
    const { reading } = await csv('Ref,Recommendation,Status\n1,Do it,Amber\n2,Else,Red\n1,Third,Red\n')
    expect(codes(reading.rows[2] ?? { doubts: [] })).toContain('number-repeated')
    const without = await csv('Recommendation,Owner,Status\nDo it now,A,Amber\n')
    expect(codes(without.reading.rows[0] ?? { doubts: [] })).toContain('number-missing')
  })
})

describe('reports', () => {
  test('of a column, filled down, with source and date', async () => {
    const { reading } = await csv(
      'Report,Publication date,Source,Ref,Recommendation,Status\nCustody,1 May 2021,HMICFRS,1,Do it,Amber\n,,,2,Else,Red\nFraud,June 2019,HMICFRS,1,Third,Red\n',
    )
    expect(
      reading.reports.map(({ title, typeLine, published }) => [title, typeLine, published.date]),
    ).toEqual([
      ['Custody', 'HMICFRS', '2021-05-01'],
      ['Custody', '', null],
      ['Fraud', 'HMICFRS', '2019-06-30'],
    ])
  })
  test('of sheets, and of a title above the heading', async () => {
    const head = ['Ref', 'Recommendation', 'Status']
    const bytes = await excelFile({
      Custody: [head, ['1', 'Do it', 'Amber']],
      Sheet2: [['Fraud: time to choose', null, null], head, ['1', 'Else', 'Red']],
      Lookups: [['Red'], ['Amber']],
    })
    const { reading, tables } = await read({ bytes, name: 'register.xlsx' })
    expect(reading.reports.map(({ title }) => title)).toEqual(['Custody', 'Fraud: time to choose'])
    expect(reading.rows.map(({ report, text }) => [report, text])).toEqual([
      [0, 'Do it'],
      [1, 'Else'],
    ])
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['Custody', 1],
      ['Sheet2', 1],
    ])
  })
  test('of a title inside the table', async () => {
    const html = `<table><tr><th>Ref</th><th>Recommendation</th><th>Owner</th><th>RAG</th></tr>
      <tr><td colspan=4>PEEL 2019</td></tr><tr><td>1</td><td>Do it</td><td>A</td><td>R</td></tr>
      <tr><td colspan=4>Fraud 2020</td></tr><tr><td>1</td><td>Else</td><td>A</td><td>A</td></tr></table>`
    const { reading } = await read({ pasted: html })
    expect(reading.reports.map(({ title }) => title)).toEqual(['PEEL 2019', 'Fraud 2020'])
    expect(reading.rows.map(({ report }) => report)).toEqual([0, 1])
  })
  test('of the file’s name, where nothing else names one', async () => {
    const { reading } = await csv(
      'Ref,Recommendation,Status\n1,Do it,Amber\n',
      undefined,
      'custody_tracker.csv',
    )
    expect(reading.reports[0]?.title).toBe('custody tracker')
  })
})
