import { useMemo, useState } from 'react'
import type { Exercise, Invitee } from '../../../../domain/exercise.ts'
import { exerciseTypesOf, typeNamed } from '../../../../domain/exerciseType.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { proposeRoster, type RosterProposal } from '../../../../domain/roster.ts'
import { fillRoster } from '../../../../usecases/fillRoster.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useDirectory } from '../directory/useDirectory.ts'
import { countWords, sayNotSaved } from './rosterWords.ts'

/** The places of an exercise: what the roles and the directory propose for them, and how they are saved. */
export function useRoster(row: Stored<Exercise>, replace: (row: Stored<Exercise>) => void) {
  const { posts, exercises, clock, me } = useServices()
  const today = useToday()
  const announce = useAnnounce()
  const directory = useDirectory()
  const postRows = useRows('posts', posts)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const exercise = row.value
  const set = directory.settings.held?.rows
  const type = useMemo(
    () => typeNamed(exerciseTypesOf((set ?? []).map(({ value }) => value)), exercise.type),
    [set, exercise.type],
  )
  const propose = (): RosterProposal => {
    const contacts = directory.rows.map(({ value }) => value)
    return proposeRoster({
      roles: type?.roles ?? [],
      exercise,
      directory: { contacts, rules: directory.rules, today },
      posts: (postRows.held?.rows ?? []).map(({ value }) => value),
      force: exercise.invitees.find((one) => one.side === 'police')?.organisation ?? 'Police',
    })
  }
  const save = async (invitees: readonly Invitee[], why: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFailure('')
    try {
      const { id, etag } = row
      const outcome = await fillRoster({ exercises, clock }, { id, etag, invitees, why, actor: me })
      if (outcome.ok) {
        replace(outcome.row)
        announce(`Saved: ${countWords(invitees)}.`)
        return true
      }
      if (outcome.code === 'changed-meanwhile') replace(outcome.theirs)
      setFailure(sayNotSaved(outcome))
    } catch (thrown) {
      const said = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      setFailure(`${said} What you chose is still here; press the button to try again.`)
    } finally {
      setBusy(false)
    }
    return false
  }
  return {
    ...{ type, propose, save, busy, failure },
    lists: [directory.list, directory.settings, postRows],
    clear: () => setFailure(''),
  }
}
export type Roster = ReturnType<typeof useRoster>
