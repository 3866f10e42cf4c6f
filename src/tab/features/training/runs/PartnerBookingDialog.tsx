import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { PeopleSearchBox } from '../../../ui/PeopleSearchBox.tsx'
import { RowsGate, useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { usePartnerBooking } from './usePartnerBooking.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Who books for the people of partners that have no account, and what the force is called in these lists. */
export function PartnerBookingDialog({ onClose }: { onClose: () => void }) {
  const services = useServices()
  const settings = useRows('settings', services.settings)
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Who books for partners</DialogTitle>
          <RowsGate lists={[settings]} what="who books for whom">
            {() => <Form onClose={onClose} />}
          </RowsGate>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const { coordinators, force, agency, problem, busy, ...form } = usePartnerBooking(onClose)
  return (
    <>
      <DialogContent className={styles.content}>
        <span className={styles.quiet}>
          Training coordinators book for everybody. Somebody named here books for the people of one
          organisation that have no account.
        </span>
        <ul className={styles.list} aria-label="Who books for whom">
          {coordinators.map((one) => (
            <li key={`${one.agency}/${one.person}`} className={styles.line}>
              <span>
                {one.agency}: {one.personName}
              </span>
              <Button
                size="small"
                aria-label={`No longer: ${one.personName} for ${one.agency}`}
                onClick={() => form.drop(one)}
              >
                No longer
              </Button>
            </li>
          ))}
          {coordinators.length === 0 && <li className={styles.quiet}>Nobody is named yet.</li>}
        </ul>
        <Field label="Organisation" hint="As it is written on its bookings.">
          <Input value={agency} onChange={(_event, { value }) => form.setAgency(value)} />
        </Field>
        <PeopleSearchBox label="Who books for it: search a colleague" onChoose={form.add} />
        <Field label="What the force is called where places are counted">
          <Input value={force} onChange={(_event, { value }) => form.setForce(value)} />
        </Field>
        {problem && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void form.save()}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  )
}
