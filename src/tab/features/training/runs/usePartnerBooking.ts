import { useState } from 'react'
import { type AgencyCoordinator, agencyCoordinatorsKey } from '../../../../domain/agencyCoordinators.ts'
import { forceNameKey } from '../../../../domain/forceName.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import {
  changePartnerBooking,
  type PartnerBookingRefusal,
} from '../../../../usecases/changePartnerBooking.ts'
import type { FoundPerson } from '../../../../usecases/directoryPorts.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useAgencies } from '../usePlaceDeps.ts'

const refusals: Readonly<Record<PartnerBookingRefusal | 'changed-meanwhile', string>> = {
  'not-yours': 'Only training coordinators decide who books for partners.',
  'no-agency': 'Name the organisation, then choose who books for it.',
  twice: 'They book for this organisation already.',
  'nothing-changed': 'Nothing has been changed yet.',
  'changed-meanwhile':
    'Somebody else changed this in the meantime. Close the window, open it again, and look at it first.',
}

/** The list of who books for whom while it is being changed. */
export function usePartnerBooking(onSaved: () => void) {
  const services = useServices()
  const announce = useAnnounce()
  const settings = useRows('settings', services.settings)
  const known = useAgencies()
  const [coordinators, setCoordinators] = useState(known.coordinators)
  const [force, setForce] = useState(known.force)
  const [agency, setAgency] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // The versions that the list began with: somebody else's change in between is not overwritten.
  const [etags] = useState(() => {
    const etagOf = (key: string) => settings.held?.rows.find(({ value }) => value.key === key)?.etag ?? null
    return { coordinators: etagOf(agencyCoordinatorsKey), force: etagOf(forceNameKey) }
  })
  const refuse = (sentence: string) => {
    setProblem(sentence)
    announce(sentence)
  }
  return {
    ...{ coordinators, force, agency, problem, busy, setForce, setAgency },
    add(person: FoundPerson) {
      if (agency.trim() === '') return refuse(refusals['no-agency'])
      if (!person.inside || person.objectId === '')
        return refuse('Only people of the force have an account here.')
      setProblem(null)
      const one = { agency: agency.trim(), person: person.objectId, personName: person.name }
      setCoordinators((before) => [...before.filter((other) => !isSame(other, one)), one])
      setAgency('')
    },
    drop: (one: AgencyCoordinator) => setCoordinators((before) => before.filter((other) => other !== one)),
    async save() {
      if (busy) return
      setBusy(true)
      setProblem(null)
      try {
        const input = { coordinators, force, etags, actor: services.me }
        const outcome = await changePartnerBooking(services, input)
        if (!outcome.ok) return refuse(refusals[outcome.code])
        for (const row of outcome.rows) settings.replace(row)
        announce('Saved.')
        onSaved()
      } catch (thrown) {
        refuse(isM365Error(thrown) ? thrown.message : 'It could not be saved. Press the button again.')
      } finally {
        setBusy(false)
      }
    },
  }
}

function isSame(one: AgencyCoordinator, other: AgencyCoordinator): boolean {
  return one.person === other.person && one.agency.toLowerCase() === other.agency.toLowerCase()
}
