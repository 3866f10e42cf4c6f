import {
  Badge,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Select,
} from '@fluentui/react-components'
import { useState } from 'react'
import { bySector, type RoleTemplate } from '../../../../../domain/roleTemplate.ts'
import { type SectorGap, sectorGaps } from '../../../../../domain/sectorGaps.ts'
import { DialogButton } from '../../../../ui/DialogButton.tsx'
import { useExercisePlace } from '../../exercisePlace.ts'
import { useDirectoryStyles } from '../Directory.styles.ts'
import { sectorNames } from '../directoryWords.ts'
import type { Directory } from '../useDirectory.ts'
import { RoleDialog } from './RoleDialog.tsx'
import { RulesSection } from './RulesSection.tsx'
import { roleMarks, sayNotKept } from './roleWords.ts'
import { TypeDialog } from './TypeDialog.tsx'
import { type TypeInHand, useExerciseType } from './useExerciseType.ts'

/** The roles that a type of exercise asks for, and the sectors that they leave out. */
export function RolesView({ directory }: { directory: Directory }) {
  const styles = useDirectoryStyles()
  const place = useExercisePlace()
  const hand = useExerciseType(directory.settings, place.get('type'))
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const [failure, setFailure] = useState('')
  const [kind, setKind] = useState<'change' | 'new' | null>(null)
  const keep = async (roles: readonly RoleTemplate[]) => {
    const outcome = await hand.keepRoles(roles)
    setFailure(outcome.ok ? '' : sayNotKept(outcome))
  }
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <Select
          aria-label="Type of exercise"
          value={hand.type.key}
          onChange={(_event, data) => place.set({ type: data.value })}
        >
          {hand.types.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
        <div className={styles.actions}>
          <DialogButton appearance="primary" onClick={() => setOpen('new')}>
            Add a role
          </DialogButton>
          <DialogButton onClick={() => setKind('change')}>Change {hand.type.name}</DialogButton>
          <DialogButton onClick={() => setKind('new')}>New kind of exercise</DialogButton>
        </div>
      </div>
      <p className={styles.text}>
        An exercise asks for roles, not names. Filling it looks up who holds each role in its boroughs on the
        day. Changes here do not touch exercises that are filled already.
      </p>
      <div role="status">
        {failure && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{failure}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {sectorGaps(hand.type.roles).map((gap) => (
        <GapBar key={gap.sector} gap={gap} onAdd={(role) => void keep([...hand.type.roles, role])} />
      ))}
      <RoleList hand={hand} onOpen={setOpen} />
      <RulesSection directory={directory} />
      {kind !== null && (
        <TypeDialog
          hand={hand}
          isNew={kind === 'new'}
          list={directory.settings}
          onSaved={(key) => place.set({ type: key })}
          onClose={() => setKind(null)}
        />
      )}
      {open !== null && (
        <RoleDialog hand={hand} index={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** A sector for which nobody is asked, and whom to ask. */
export function GapBar({ gap, onAdd }: { gap: SectorGap; onAdd: (role: RoleTemplate) => void }) {
  const { sector, suggestion } = gap
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Nobody is asked for {sectorNames[sector].toLowerCase()}</MessageBarTitle>
        {suggestion && `${suggestion.role.role} could be: ${suggestion.source}.`}
      </MessageBarBody>
      {suggestion && (
        <MessageBarActions>
          <Button size="small" onClick={() => onAdd(suggestion.role)}>
            Ask for the {suggestion.role.role}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

function RoleList({ hand, onOpen }: { hand: TypeInHand; onOpen: (index: number) => void }) {
  const styles = useDirectoryStyles()
  const { roles } = hand.type
  return bySector(roles).map(({ sector, roles: ofSector }) => (
    <section key={sector} aria-label={sectorNames[sector]}>
      <h2 className={styles.organisation}>{sectorNames[sector]}</h2>
      <ul className={styles.list}>
        {ofSector.map((role) => (
          <li key={role.role} className={styles.role}>
            <div className={styles.cell}>
              <span className={styles.strong}>{role.role}</span>
              {role.alsoCalled.length > 0 && (
                <span className={styles.small}>Also called: {role.alsoCalled.join('; ')}</span>
              )}
            </div>
            <div className={styles.actions}>
              {roleMarks(role).map((mark) => (
                <Badge key={mark} appearance="outline" color="informative">
                  {mark}
                </Badge>
              ))}
            </div>
            <DialogButton
              size="small"
              onClick={() => onOpen(roles.indexOf(role))}
              aria-label={`Change ${role.role}`}
            >
              Change
            </DialogButton>
          </li>
        ))}
      </ul>
    </section>
  ))
}
