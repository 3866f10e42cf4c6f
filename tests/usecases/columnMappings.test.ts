import type { Setting } from '../../src/domain/setting.ts'
import { rememberedMapping, rememberMapping } from '../../src/usecases/columnMappings.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { secretary } from '../support/register.ts'

const mapping = { columns: { 'state of play': 'status' }, statuses: { 'PHASE 2': 'AMBER' } } as const

test('what columns mean is remembered by their headings, and the newest word stands', async () => {
  const settings = new MemoryListStore<Setting>()
  expect(await rememberedMapping(settings, 'f1')).toBeNull()
  await rememberMapping(settings, { fingerprint: 'f1', mapping, by: secretary })
  expect(await rememberedMapping(settings, 'f1')).toEqual(mapping)
  expect(await rememberedMapping(settings, 'f2')).toBeNull()
  const newer = { ...mapping, statuses: {} }
  await rememberMapping(settings, { fingerprint: 'f1', mapping: newer, by: secretary })
  expect(await rememberedMapping(settings, 'f1')).toEqual(newer)
  expect((await settings.all()).rows).toMatchObject([
    { value: { key: 'mapping/f1', changedByName: 'Helen Carver' } },
  ])
})

test('the same again writes nothing', async () => {
  const settings = new MemoryListStore<Setting>()
  await rememberMapping(settings, { fingerprint: 'f1', mapping, by: secretary })
  await rememberMapping(settings, { fingerprint: 'f1', mapping, by: secretary })
  expect(settings.calls).not.toContain('save')
})

test.each([
  ['no JSON', '{'],
  ['JSON of another kind', '[1]'],
  ['columns that are none', '{"columns": 7}'],
])('%s is no mapping', async (_, value) => {
  const settings = new MemoryListStore<Setting>([
    { key: 'mapping/f1', value, changedBy: '', changedByName: '' },
  ])
  expect(await rememberedMapping(settings, 'f1')).toBeNull()
})

test('meanings and statuses that do not exist are left out', async () => {
  const value = JSON.stringify({
    columns: { a: 'status', b: 'nonsense' },
    statuses: { X: 'PURPLE', Y: 'RED' },
  })
  const settings = new MemoryListStore<Setting>([
    { key: 'mapping/f1', value, changedBy: '', changedByName: '' },
  ])
  expect(await rememberedMapping(settings, 'f1')).toEqual({
    columns: { a: 'status' },
    statuses: { Y: 'RED' },
  })
})
