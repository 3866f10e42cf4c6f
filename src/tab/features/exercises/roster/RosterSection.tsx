import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import type { RosterProposal } from '../../../../domain/roster.ts'
import { unfilledSectors } from '../../../../domain/sectorGaps.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { RowsGate } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { sectorNames } from '../directory/directoryWords.ts'
import { useDirectoryLink } from '../directory/useDirectoryLink.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { inOneSentence } from '../exerciseWords.ts'
import { ProposalPanel } from './ProposalPanel.tsx'
import { useRosterStyles } from './Roster.styles.ts'
import { countWords, whyNotChange } from './rosterWords.ts'
import { SeatDialog } from './SeatDialog.tsx'
import { SeatList } from './SeatList.tsx'
import { type Roster, useRoster } from './useRoster.ts'

/** Who belongs in the room, by role: who holds each place, and a proposal for all of them. */
export function RosterSection({ row, replace }: ExerciseSectionProps) {
  const roster = useRoster(row, replace)
  return (
    <RowsGate lists={roster.lists} what="roles and partners">
      {() => <Places row={row} replace={replace} roster={roster} />}
    </RowsGate>
  )
}

function Places({ row, replace, roster }: ExerciseSectionProps & { roster: Roster }) {
  const styles = useRosterStyles()
  const { me } = useServices()
  const [proposal, setProposal] = useState<RosterProposal | null>(null)
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const exercise = row.value
  const why = whyNotChange(exercise, mayInvite(me))
  if (proposal)
    return (
      <ProposalPanel
        exercise={exercise}
        proposal={proposal}
        roster={roster}
        onClose={() => {
          roster.clear()
          setProposal(null)
        }}
      />
    )
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <span className={styles.count}>{countWords(exercise.invitees)}</span>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={why !== null || roster.type === null}
            aria-describedby={why === null ? undefined : 'why-not-fill'}
            onClick={() => setProposal(roster.propose())}
          >
            Fill from roles and directory
          </Button>
          <DialogButton
            disabledFocusable={why !== null}
            aria-describedby={why === null ? undefined : 'why-not-fill'}
            onClick={() => setOpen('new')}
          >
            Add a place
          </DialogButton>
        </div>
      </div>
      {why !== null && (
        <span id="why-not-fill" className={styles.quiet}>
          {why}
        </span>
      )}
      {roster.type === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            There is no type of exercise called {exercise.type} any more, so that no roles are known for it.
          </MessageBarBody>
        </MessageBar>
      )}
      <SectorBar exercise={exercise} roster={roster} />
      <SeatList exercise={exercise} roles={roster.type?.roles ?? []} onOpen={why === null ? setOpen : null} />
      {open !== null && (
        <SeatDialog
          row={row}
          index={open === 'new' ? null : open}
          replace={replace}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Sectors for which nobody is in the room. */
function SectorBar({ exercise, roster }: { exercise: Exercise; roster: Roster }) {
  const openRoles = useDirectoryLink()
  const missing = unfilledSectors(exercise.invitees, roster.type?.roles ?? [])
  if (missing.length === 0 || exercise.invitees.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          Nobody is known for {inOneSentence(missing.map((sector) => sectorNames[sector].toLowerCase()))}
        </MessageBarTitle>
        Add their roles, or put somebody into a place that is open.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => openRoles('roles')}>
          Look at the roles
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
