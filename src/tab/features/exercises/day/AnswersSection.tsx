import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { chasePolicyOf } from '../../../../domain/chaseSettings.ts'
import { nextChaseDay, wasAsked } from '../../../../domain/exerciseChases.ts'
import type { SeatRef } from '../../../../domain/exerciseHistory.ts'
import { sayGap, sayGapsBriefly } from '../../../../domain/gapSentences.ts'
import { gapsAhead, standingOf } from '../../../../domain/roleStanding.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { AnswersBar } from './AnswersBar.tsx'
import { CalendarFileButton } from './CalendarFileButton.tsx'
import { DifferenceBars } from './DifferenceBars.tsx'
import { PlaceList } from './PlaceList.tsx'
import { usePlacesStyles } from './Places.styles.ts'
import { RequestList } from './RequestList.tsx'
import { StandInDialog } from './StandInDialog.tsx'
import { useExerciseChange } from './useExerciseChange.ts'
import { useFollowedAnswers } from './useFollowedAnswers.ts'

/** Who comes: what is missing first, then what Outlook changed, who asked for a place, and every role. */
export function AnswersSection({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = usePlacesStyles()
  const answers = useFollowedAnswers()
  const change = useExerciseChange(row, replace)
  const [seat, setSeat] = useState<SeatRef | null>(null)
  const exercise = row.value
  const may = mayInvite(me)
  return (
    <div className={styles.section}>
      <Gaps row={row} />
      <AnswersBar exercise={exercise} answers={answers} />
      {may && <DifferenceBars row={row} change={change} />}
      {change.trouble && seat === null && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{change.trouble}</MessageBarBody>
        </MessageBar>
      )}
      <PeopleToInvite row={row} />
      <NextChase row={row} />
      <RequestList rows={[row]} replace={replace} />
      <PlaceList exercise={exercise} onStandIn={may ? setSeat : undefined} />
      <div className={styles.bar}>
        <CalendarFileButton exercise={exercise} />
        <span className={styles.quiet}>
          For calendars that are not Outlook. It holds the day and the place, and nobody’s name.
        </span>
      </div>
      {seat && (
        <StandInDialog
          row={row}
          seat={seat}
          change={change}
          onClose={() => {
            change.forget()
            setSeat(null)
          }}
        />
      )}
    </div>
  )
}

function Gaps({ row }: Pick<ExerciseSectionProps, 'row'>) {
  const styles = usePlacesStyles()
  const gaps = gapsAhead([row.value], useToday())
  const [first, ...rest] = gaps
  if (!first) return null
  return (
    <div>
      <p className={styles.gap}>{sayGap(first)}.</p>
      {rest.length > 0 && (
        <ul className={styles.gaps}>
          {sayGapsBriefly(rest).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** When whoever is silent is asked again, so that nobody wonders or writes as well. */
function NextChase({ row }: Pick<ExerciseSectionProps, 'row'>) {
  const { settings } = useServices()
  const styles = usePlacesStyles()
  const today = useToday()
  const held = useRows('settings', settings).held?.rows.map(({ value }) => value) ?? []
  const silent = row.value.invitees.filter((one) => standingOf(one, wasAsked(row.value, one)) === 'silent')
  const day = nextChaseDay(row.value, chasePolicyOf(held), today)
  if (silent.length === 0 || row.value.date <= today) return null
  const who = silent.length === 1 ? '1 person has' : `${silent.length} people have`
  return (
    <p className={styles.quiet}>
      {who} not answered.{' '}
      {day === null
        ? 'Nobody is asked again before the day.'
        : `The next are asked again on ${writeDateAndWeekday(day)}.`}
    </p>
  )
}

/** Stand-ins and late joiners who have not been told yet. */
function PeopleToInvite({ row }: Pick<ExerciseSectionProps, 'row'>) {
  const { openExercise } = useExercisePlace()
  const styles = usePlacesStyles()
  const { invitation, invitees } = row.value
  if (invitation?.state !== 'sent') return null
  const untold = invitees.filter(
    (one) => (one.standIn || (one.state === 'known' && one.address !== '')) && !wasAsked(row.value, one),
  )
  if (untold.length === 0) return null
  const standIns = untold.flatMap(({ standIn }) => (standIn ? [standIn.name] : []))
  const others = untold.flatMap(({ standIn, name }) => (standIn ? [] : [name]))
  return (
    <div className={styles.bar}>
      {standIns.length > 0 && <span>{standIns.join(', ')}: named as stand-in, not invited yet.</span>}
      {others.length > 0 && <span>{others.join(', ')}: on the roster, not invited yet.</span>}
      <Button size="small" onClick={() => openExercise(row.id, 'invitation')}>
        Send the change
      </Button>
    </div>
  )
}
