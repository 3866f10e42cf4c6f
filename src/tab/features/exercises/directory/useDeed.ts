import { useState } from 'react'
import type { Contact } from '../../../../domain/contact.ts'
import type { ContactDeed, ContactWords } from '../../../../domain/contactChange.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { changeContact } from '../../../../usecases/changeContact.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import { sayEntry, sayRefusal } from './directoryWords.ts'
import type { Directory } from './useDirectory.ts'

/** What one press does to an entry, and why it did not work where it did not. */
export function useDeed(row: Stored<Contact>, directory: Directory) {
  const { contacts, clock } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const act = async (deed: ContactDeed, done: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFailure('')
    try {
      const { id, etag } = row
      const outcome = await changeContact({ contacts, clock }, { ...directory.actor, id, etag, deed })
      if (outcome.ok) {
        directory.list.replace(outcome.row)
        announce(done)
        return true
      }
      if (outcome.code === 'changed-meanwhile') {
        directory.list.replace(outcome.theirs)
        setFailure('Somebody saved this entry before you. It is shown as it is now; nothing was changed.')
      } else setFailure(sayRefusal(outcome.code))
    } catch (thrown) {
      setFailure(isM365Error(thrown) ? thrown.message : 'It could not be saved. Nothing was changed.')
    } finally {
      setBusy(false)
    }
    return false
  }
  return {
    ...{ busy, failure },
    confirm: () => act({ does: 'confirm' }, `Confirmed: ${sayEntry(row.value)}.`),
    change: (words: ContactWords, why: string) =>
      act({ does: 'change', words, why }, `Changed: ${sayEntry(row.value)}.`),
    left: (why: string) => act({ does: 'left', why }, `Vacant now: ${row.value.role}.`),
  }
}
