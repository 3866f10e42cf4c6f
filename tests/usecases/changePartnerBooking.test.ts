import {
  agenciesOf,
  agencyCoordinatorsKey,
  readAgencyCoordinators,
} from '../../src/domain/agencyCoordinators.ts'
import { forceNameKey, readForceName, unnamedForce, writeForceName } from '../../src/domain/forceName.ts'
import type { Setting } from '../../src/domain/setting.ts'
import { changePartnerBooking } from '../../src/usecases/changePartnerBooking.ts'
import { june } from '../support/exercises.ts'
import { MemoryListStore } from '../support/memoryListStore.ts'
import { force, officerId, signedInAs, theCoordinator } from '../support/places.ts'

const camden = { agency: 'Camden Council', person: officerId(5), personName: 'Officer 5' }
const none = { coordinators: null, force: null }

function scene() {
  const settings = new MemoryListStore<Setting>()
  const deps = { settings, clock: june }
  const save = (changes: Partial<Parameters<typeof changePartnerBooking>[1]> = {}) =>
    changePartnerBooking(deps, {
      ...{ coordinators: [camden], force, etags: none, actor: theCoordinator },
      ...changes,
    })
  return { settings, save }
}

describe('who books for partners', () => {
  it('is kept with the name of the force, and read again', async () => {
    const { settings, save } = scene()
    expect(await save()).toMatchObject({ ok: true })
    const kept = await settings.byKey(agencyCoordinatorsKey)
    const coordinators = readAgencyCoordinators(kept?.value ?? null)
    expect(coordinators).toEqual([camden])
    expect(agenciesOf(signedInAs(5), coordinators)).toEqual(['Camden Council'])
    expect(readForceName((await settings.byKey(forceNameKey))?.value ?? null)).toBe(force)
  })

  it('is not written over what somebody else saved since', async () => {
    const { save } = scene()
    await save()
    expect(await save({ coordinators: [] })).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  })

  it.each([
    ['by others than coordinators', { actor: signedInAs(1) }, 'not-yours'],
    ['without an organisation', { coordinators: [{ ...camden, agency: ' ' }] }, 'no-agency'],
    ['twice for one', { coordinators: [camden, { ...camden, agency: 'CAMDEN COUNCIL' }] }, 'twice'],
  ])('is not set %s', async (_case, changes, code) => {
    const { settings, save } = scene()
    expect(await save(changes)).toEqual({ ok: false, code })
    expect((await settings.all()).rows).toEqual([])
  })
})

test.each([
  [null, unnamedForce],
  [{ value: '' }, unnamedForce],
  [{ value: 'no JSON' }, unnamedForce],
  [{ value: writeForceName('  ') }, unnamedForce],
  [{ value: writeForceName(' Thameside Police ') }, 'Thameside Police'],
])('the setting %p names the force %p', (setting, name) => {
  expect(readForceName(setting)).toBe(name)
})
