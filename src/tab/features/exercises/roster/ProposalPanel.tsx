import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { type Exercise, type Invitee, sectors } from '../../../../domain/exercise.ts'
import { sectorOf } from '../../../../domain/roleStanding.ts'
import type { RosterProposal, Seat } from '../../../../domain/roster.ts'
import { chosenRoster, type SeatChoice } from '../../../../domain/rosterEdits.ts'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { sectorNames } from '../directory/directoryWords.ts'
import { inOneSentence } from '../exerciseWords.ts'
import { ProposedSeat } from './ProposedSeat.tsx'
import { useRosterStyles } from './Roster.styles.ts'
import { countWords, sayInvitee, sayLeftOut } from './rosterWords.ts'
import type { Roster } from './useRoster.ts'

export interface ProposalPanelProps {
  readonly exercise: Exercise
  readonly proposal: RosterProposal
  readonly roster: Roster
  readonly onClose: () => void
}

/** What the roles and the directory propose, place by place, to be changed and then taken. */
export function ProposalPanel({ exercise, proposal, roster, onClose }: ProposalPanelProps) {
  const styles = useRosterStyles()
  const heading = useShownFromTop()
  const [choices, setChoices] = useState<ReadonlyMap<number, SeatChoice>>(new Map())
  const [added, setAdded] = useState<readonly Invitee[]>([])
  const invitees = chosenRoster(proposal, choices, added)
  const choose = (index: number, choice: SeatChoice) =>
    setChoices((before) => new Map(before).set(index, choice))
  return (
    <div className={styles.stack}>
      <h3 className={styles.group} ref={heading} tabIndex={-1}>
        Proposed places
      </h3>
      <p className={styles.text}>
        From the roles of {exercise.type}, the posts of {exercise.unit} and the partner directory. Nobody is
        told by this: invitations go out from the next part.
      </p>
      {proposal.gaps.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            The roles ask for nobody from{' '}
            {inOneSentence(proposal.gaps.map(({ sector }) => sectorNames[sector].toLowerCase()))}. Roles are
            added under Roles and partners.
          </MessageBarBody>
        </MessageBar>
      )}
      <SeatGroups seats={proposal.seats} choices={choices} onChoose={choose} />
      <LeftOutList proposal={proposal} added={added} onAdd={(one) => setAdded([...added, one])} />
      <Foot {...{ exercise, roster, invitees, onClose }} />
    </div>
  )
}

function SeatGroups(props: {
  seats: readonly Seat[]
  choices: ReadonlyMap<number, SeatChoice>
  onChoose: (index: number, choice: SeatChoice) => void
}) {
  const styles = useRosterStyles()
  const numbered = props.seats.map((seat, index) => ({ seat, index }))
  return sectors.map((sector) => {
    const places = numbered.filter(({ seat }) => sectorOf(seat.invitee) === sector)
    if (places.length === 0) return null
    return (
      <section key={sector} aria-label={sectorNames[sector]}>
        <h4 className={styles.group}>{sectorNames[sector]}</h4>
        <ul className={styles.list}>
          {places.map(({ seat, index }) => (
            <ProposedSeat
              key={index}
              seat={seat}
              choice={props.choices.get(index)}
              onChoose={(choice) => props.onChoose(index, choice)}
            />
          ))}
        </ul>
      </section>
    )
  })
}

function LeftOutList(props: {
  proposal: RosterProposal
  added: readonly Invitee[]
  onAdd: (invitee: Invitee) => void
}) {
  const styles = useRosterStyles()
  const { proposal, added, onAdd } = props
  if (proposal.leftOut.length === 0) return null
  return (
    <section aria-label="Not asked here">
      <h4 className={styles.group}>Not asked here</h4>
      <ul className={styles.list}>
        {withKeys(proposal.leftOut, (one) => `${one.role} ${one.invitee?.personRef}`).map(
          ({ key, thing }) => {
            const { invitee } = thing
            return (
              <li key={key} className={styles.seat}>
                <div className={styles.cell}>
                  <span className={styles.role}>{thing.role}</span>
                  {invitee && <span className={styles.small}>{sayInvitee(invitee)}</span>}
                </div>
                <span>{sayLeftOut(thing)}</span>
                {invitee?.state === 'known' && (
                  <Button
                    size="small"
                    disabledFocusable={added.includes(invitee)}
                    onClick={() => !added.includes(invitee) && onAdd(invitee)}
                  >
                    {added.includes(invitee) ? 'Asked all the same' : 'Ask all the same'}
                  </Button>
                )}
              </li>
            )
          },
        )}
      </ul>
    </section>
  )
}

function Foot(props: {
  exercise: Exercise
  roster: Roster
  invitees: readonly Invitee[]
  onClose: () => void
}) {
  const { exercise, roster, invitees, onClose } = props
  const styles = useRosterStyles()
  const [why, setWhy] = useState('')
  const save = async () => {
    if (await roster.save(invitees, why)) onClose()
  }
  return (
    <div className={styles.foot}>
      {exercise.invitation !== null && (
        <Field label="Why do the places change?" required className={styles.why}>
          <Input value={why} onChange={(_event, data) => setWhy(data.value)} />
        </Field>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={roster.busy} onClick={() => void save()}>
          {roster.busy ? 'Saving…' : 'Take this proposal'}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
        <span role="status">{countWords(invitees)}</span>
      </div>
      {roster.failure && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{roster.failure}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
