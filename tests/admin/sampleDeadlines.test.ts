import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ownersByKey, sampleOwners } from '../../src/admin/sample/owners.ts'
import { samplePosts } from '../../src/admin/sample/posts.ts'
import { readPaperFile } from '../../src/documents/read/readFile.ts'
import { importedFrom } from '../../src/domain/paperImport.ts'
import { defaultPolicies } from '../../src/domain/reminderPolicy.ts'
import { planReminders } from '../../src/domain/reminders.ts'
import { publishedDaysOff } from '../../src/domain/workingDays.ts'

const holder = (address: string | null) =>
  address === null ? null : { objectId: address, name: address.replace(/@.*/, ''), address }
const posts = samplePosts.map((post) => ({
  ...post,
  holder: holder(post.holder),
  deputy: holder(post.deputy),
  headOfUnit: holder(post.headOfUnit),
}))

function ownedRows() {
  const result = readPaperFile(readFileSync(path.resolve('src/admin/sample/paper.txt')), 'paper.txt')
  if (!result.ok) throw new Error(result.message)
  const { reports, rows } = importedFrom(result.reading)
  const owners = ownersByKey(result.reading)
  const place = new Map(reports.map((report) => [report.key, report.order]))
  return rows.flatMap((one, index) => {
    if (!one.ok) return []
    const ref = `${place.get(one.row.reportKey)}/${one.row.number}`
    return [{ ref, id: String(index), value: { ...one.row, ownerPost: owners.get(one.row.key) ?? null } }]
  })
}

const rows = ownedRows()
const calendar = { daysOff: publishedDaysOff, time: null }
const plan = (today: string) => planReminders(rows, posts, [], defaultPolicies, calendar, today)

describe('the owners of the sample', () => {
  it('are posts that exist, for rows that exist', () => {
    const keys = new Set(posts.map((post) => post.key))
    const refs = new Set(rows.map((row) => row.ref))
    const wrong = Object.entries(sampleOwners).filter(([ref, post]) => !refs.has(ref) || !keys.has(post))
    expect(wrong).toEqual([])
  })

  it('are set for every row on which the force still has to act', () => {
    const open = rows.filter((row) => row.value.status === 'AMBER' || row.value.status === 'RED')
    expect(open.filter((row) => row.value.ownerPost === null)).toEqual([])
  })

  it('leave no row to a recommendation of another body', () => {
    expect(rows.filter((row) => row.ref.startsWith('2/') && row.value.ownerPost !== null)).toEqual([])
  })
})

describe('on 16 June 2021 the sample', () => {
  const { messages, unaddressed } = plan('2021-06-16')
  const linesOf = (name: string) => messages.find((one) => one.person.name === name)?.digest ?? []
  const refs = (name: string) => linesOf(name).map((line) => rows[Number(line.rowRef)]?.ref)

  it('has something to tell at least four persons', () => {
    expect(messages.length).toBeGreaterThanOrEqual(4)
    expect(unaddressed).toEqual([])
  })

  it('gives the T/DCI Crime one row that is overdue and two that are due', () => {
    expect(refs('daniel.okafor')).toEqual(['5/15', '3/1', '4/8'])
    expect(linesOf('daniel.okafor').map((line) => line.rule)).toEqual(['overdue', 'before-14', 'before-14'])
  })

  it('has an overdue row with the inspector of Roads Policing', () => {
    expect(refs('gareth.lloyd')).toEqual(['5/6'])
  })

  it('has one row with somebody who does not have the app', () => {
    expect(refs('erin.walsh')).toEqual(['10/5'])
  })
})

describe('the vacant Victim Champion', () => {
  const told = (today: string) =>
    plan(today).messages.flatMap(({ person, digest }) =>
      digest.filter((line) => line.reason.postTitle === 'Victim Champion').map(() => person.name),
    )

  it.each([
    ['2021-06-18', []],
    ['2021-06-21', ['helen.carver']],
  ])(
    'is the head of unit’s or the board secretary’s concern thirty working days before the deadline: %s',
    (today, expected) => {
      expect(told(today)).toEqual(expected)
    },
  )
})
