import { guessStaffColumns } from '../../src/domain/staffImport.ts'
import { countOutcomes, type TrainingTable } from '../../src/domain/trainingTable.ts'
import { importStaff, planStaff } from '../../src/usecases/importStaff.ts'
import type { BroughtInBy } from '../../src/usecases/writeLines.ts'
import { coverStores, member } from '../support/cover.ts'

const today = '2021-06-01'
const headings = ['Staff number', 'Name', 'Role', 'Team', 'Start date', 'Leaving date', 'E-mail']
const tableOf = (...lines: readonly (readonly string[])[]): TrainingTable => ({
  ...{ name: 'hr.csv', headings, encodingGuessed: false },
  lines: lines.map((cells, index) => ({ line: index + 2, cells })),
})
const ann = member({ key: '417', staffNumber: '417', borough: '', address: 'a@x' })
const annLine = ['417', 'Ann Archer', 'PCLO', 'North', '1/1/2020', '', 'a@x']

const importOf = async (
  world: Omit<ReturnType<typeof coverStores>, 'me'> & BroughtInBy,
  table: TrainingTable,
  complete = false,
) =>
  importStaff(
    world,
    await planStaff(world, { table, columns: guessStaffColumns(table.headings), complete }, today),
  )

test('a file of the personnel system is understood by its headings', () => {
  expect(guessStaffColumns(headings)).toEqual(['number', 'name', 'role', 'team', 'since', 'until', 'address'])
})

test('who says nothing new is not written', async () => {
  const world = coverStores({ staff: [ann] })
  expect(countOutcomes(await importOf(world, tableOf(annLine))).unchanged).toBe(1)
  expect(world.staff.calls).not.toContain('save')
})

test('who moves leaves the name of the team behind, so that it is counted anew', async () => {
  const world = coverStores({ staff: [ann] })
  await importOf(world, tableOf(['417', 'Ann Archer', 'PCLO', 'South', '1/5/2021', '', 'a@x']))
  expect((await world.staff.byKey('417'))?.value).toMatchObject({
    ...{ team: 'South', movedFrom: 'North', inRoleSince: '2021-05-01' },
  })
})

test('somebody new without a day is new from today', async () => {
  const world = coverStores({})
  await importOf(world, tableOf(['9', 'New', 'DS', 'East', '', '', '']))
  expect((await world.staff.byKey('9'))?.value.inRoleSince).toBe(today)
})

test('a complete list says who has left; one that is not complete says nothing of the others', async () => {
  const world = coverStores({ staff: [ann, member({ key: '5' })] })
  await importOf(world, tableOf(annLine))
  expect((await world.staff.byKey('5'))?.value.until).toBeNull()
  await importOf(world, tableOf(annLine), true)
  expect((await world.staff.byKey('5'))?.value.until).toBe('2021-05-31')
})

test('whoever stands on a line that cannot be read has not left', async () => {
  const world = coverStores({
    staff: [ann, member({ key: '5', name: 'Ben Baker' }), member({ key: '6', name: 'Gone' })],
  })
  const bad = ['417', 'Ann Archer', 'PCLO', 'North', 'soon', '', 'a@x']
  await importOf(world, tableOf(bad, ['', 'Ben Baker', 'DS', 'East', '', '', '']), true)
  const left = (await world.staff.all()).rows.filter(({ value }) => value.until !== null)
  expect(left.map(({ value }) => value.key)).toEqual(['6'])
})

test('nobody but coordinators brings a file in', async () => {
  const world = coverStores({})
  const results = await importOf({ ...world, me: { roles: [] } }, tableOf(annLine))
  expect(results).toMatchObject([{ outcome: 'not-reached' }])
  expect((await world.staff.all()).rows).toEqual([])
})

test.each([
  [['', 'Ann', 'DS', 'East', '', '', ''], 'It has neither a staff number nor an Entra object id.'],
  [['7', 'Ann', '', 'East', '', '', ''], 'It has no role.'],
  [['7', 'Ann', 'DS', 'East', 'soon', '', ''], '“soon” is no day.'],
])('a line that cannot be is kept back: %j', async (cells, note) => {
  const world = coverStores({})
  expect(await importOf(world, tableOf(cells))).toEqual([{ line: 2, outcome: 'refused', note }])
})
