import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { Counterparty } from '../../../../domain/decisions.ts'
import { slipInDays } from '../../../../domain/dueLedger.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { twoStatuses } from '../../../../domain/twoStatuses.ts'
import { deadlineWords } from '../../../ui/deadlineWords.ts'
import { appliesLabels, closedLabels, inspectorateLabels } from '../../../ui/decisionWords.ts'
import { useToday } from '../../../ui/services.tsx'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import type { FormName } from '../decisions/formNames.ts'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'
import { ClockLine } from './ClockLine.tsx'
import { sayShift } from './DueChart.tsx'
import { OwnerFact } from './OwnerFact.tsx'

/** By when, of whom, to whom, and where it stands with others: one fact on each line. */
export function FactsSection({ row, register }: { row: Recommendation; register: RegisterRows }) {
  const styles = useDetailStyles()
  const today = useToday()
  const clocks = register.reports.get(row.reportKey)?.value.clocks ?? []
  return (
    <dl className={styles.facts}>
      <Fact term="Deadline">
        <DeadlineFact row={row} />
      </Fact>
      <Fact term="Owner" form="set-owner">
        <OwnerFact row={row} register={register} />
      </Fact>
      <Fact term="Applies to the force" form="set-applies">
        {row.applies ? appliesLabels[row.applies] : 'Not decided yet'}
      </Fact>
      <Fact term="Addressed to" form="set-addressees">
        {row.addressees.length > 0 ? row.addressees.join(', ') : 'Not recorded'}
      </Fact>
      {row.rationale && (
        <Fact term="Why RED" form="set-rationale">
          {row.rationale}
        </Fact>
      )}
      {row.closedReason && <Fact term="Closed because">{closedLabels[row.closedReason]}</Fact>}
      {(row.counterparty || row.status === 'WHITE') && (
        <Fact term="Waits for" form="set-counterparty">
          <CounterpartyFact counterparty={row.counterparty} today={today} />
        </Fact>
      )}
      <Fact term="Inspectorate" form="inspectorate-said">
        <InspectorateFact row={row} />
      </Fact>
      {clocks.length > 0 && (
        <Fact term="Statutory clock">
          {clocks.map((clock) => (
            <ClockLine key={`${clock.kind} ${clock.from}`} clock={clock} />
          ))}
        </Fact>
      )}
      {row.numberInferred && <Fact term="Number">{row.number} is inferred; the paper left it out</Fact>}
    </dl>
  )
}

function Fact({ term, form, children }: { term: string; form?: FormName; children: ReactNode }) {
  const styles = useDetailStyles()
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>
        {children}
        {form && (
          <span className={styles.edit}>
            <DecisionButton
              form={form}
              label="Edit"
              about={term}
              appearance="transparent"
              size="small"
              onlyIfAllowed
            />
          </span>
        )}
      </dd>
    </div>
  )
}

function DeadlineFact({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  const words = deadlineWords(row, useToday())
  const slip = slipInDays(row.due)
  return (
    <>
      <span className={styles.strong}>{words.deadline}</span>
      {words.left && (
        <>
          {', '}
          <span className={mergeClasses(words.overdue && styles.overdue)}>{words.left}</span>
        </>
      )}
      {words.extended && `, ${words.extended}`}
      {slip !== null && slip !== 0 && ` (${sayShift(slip)})`}
    </>
  )
}

function CounterpartyFact({ counterparty, today }: { counterparty: Counterparty | null; today: string }) {
  const styles = useDetailStyles()
  if (!counterparty) return <>Not recorded</>
  const { body, product, lastChased, nextChase } = counterparty
  return (
    <>
      <span className={styles.strong}>{body}</span>
      {product && `: ${product}`}
      <div className={styles.quiet}>
        {lastChased ? `Last asked on ${writeDate(lastChased)}` : 'Not asked yet'}
        {nextChase && (
          <>
            {', '}
            <span className={mergeClasses(nextChase < today && styles.overdue)}>
              to be asked again on {writeDate(nextChase)}
            </span>
          </>
        )}
      </div>
    </>
  )
}

/** The force's word and the inspectorate's beside each other, with the days between the two. */
function InspectorateFact({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  const { forceDone, inspectorate, inspectorateDone, days } = twoStatuses(row, useToday())
  if (!inspectorate && !forceDone) return <>Has not said anything yet</>
  const force = forceDone
    ? `The force says done since ${writeDate(forceDone)}`
    : `The force says ${row.status}`
  return (
    <>
      {inspectorate ? (
        <>
          <span className={styles.strong}>{inspectorateLabels[inspectorate.status]}</span> since{' '}
          {writeDate(inspectorate.on)}
          {inspectorate.note && `: “${inspectorate.note}”`}
        </>
      ) : (
        'Has not said anything yet'
      )}
      <div className={styles.quiet}>
        {force}
        {days !== null && days !== 0 && `; ${sayGap(days, inspectorateDone !== null)}`}
      </div>
    </>
  )
}

function sayGap(days: number, inspectorateDone: boolean): string {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  if (days < 0) return `the inspectorate was ${count} ahead`
  return inspectorateDone
    ? `${count} until the inspectorate agreed`
    : `${count} without the inspectorate’s word`
}
