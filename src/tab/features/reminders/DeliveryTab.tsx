import { mayFollowReminders } from '../../../domain/roles.ts'
import type { RunRecord } from '../../../usecases/runRecord.ts'
import { AskedGate } from '../../ui/AskedGate.tsx'
import { useNavigation } from '../../ui/navigation.tsx'
import { RowsGate } from '../../ui/rows.tsx'
import { useServices, useToday } from '../../ui/services.tsx'
import { DaySection } from './DaySection.tsx'
import { OwnReminders } from './OwnReminders.tsx'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { RunSection, RunsSection } from './RunsSection.tsx'
import { SecretarySection } from './SecretarySection.tsx'
import { SendAgainDialog } from './SendAgainDialog.tsx'
import { useRuns } from './useDeliveries.ts'
import { useSendAgain } from './useSendAgain.ts'

/** What was delivered to whom, for those who answer for it; everybody else sees their own. */
export function DeliveryTab() {
  const styles = useRemindersStyles()
  const { me } = useServices()
  if (mayFollowReminders(me)) return <Deliveries />
  return (
    <>
      <p className={styles.quiet}>
        What was sent to other people is for coordinators, the board secretary and administrators. These are
        your own reminders.
      </p>
      <OwnReminders />
    </>
  )
}

function Deliveries() {
  const { list, query } = useRuns()
  return (
    <RowsGate lists={[list]} what="the runs">
      {() => (
        <AskedGate asked={query} what="the runs">
          {({ runs, silence }) => <DeliveryParts runs={runs} silence={silence} />}
        </AskedGate>
      )}
    </RowsGate>
  )
}

function DeliveryParts({ runs, silence }: { runs: readonly RunRecord[]; silence: string | null }) {
  const today = useToday()
  const again = useSendAgain()
  const { query = '', showAs } = useNavigation()
  const named = new URLSearchParams(query).get('run')
  const chosen = runs.find(({ run }) => run === named) ?? runs[0]
  return (
    <>
      <RunsSection
        runs={runs}
        silence={silence}
        chosen={chosen}
        onChoose={({ run }) => showAs(new URLSearchParams({ run }).toString())}
      />
      {chosen && <RunSection run={chosen} />}
      <SecretarySection again={again} />
      <DaySection day={chosen?.today ?? today} again={again} />
      <SendAgainDialog again={again} />
    </>
  )
}
