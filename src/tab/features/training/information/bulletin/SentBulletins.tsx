import { Button, ProgressBar } from '@fluentui/react-components'
import { useState } from 'react'
import type { BulletinOrder } from '../../../../../domain/bulletinOrder.ts'
import { writeDate, writeInstant } from '../../../../../domain/calendarDays.ts'
import { sendAgain } from '../../../../../usecases/orderBulletin.ts'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import { asError } from '../../../../ui/asError.ts'
import { useServices } from '../../../../ui/services.tsx'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { sayOrder } from './bulletinWords.ts'

/** The bulletins that went out or are on their way, and whom they did not reach. */
export function SentBulletins(props: {
  readonly orders: readonly BulletinOrder[]
  readonly onChanged: () => void
}) {
  const styles = useInformationStyles()
  return (
    <InfoSection title="Sent bulletins">
      {props.orders.length === 0 && <p className={styles.quiet}>No bulletin has been sent yet.</p>}
      <ul className={styles.plainList}>
        {props.orders.map((order) => (
          <Sent key={order.key} order={order} onChanged={props.onChanged} />
        ))}
      </ul>
    </InfoSection>
  )
}

function Sent({ order, onChanged }: { readonly order: BulletinOrder; readonly onChanged: () => void }) {
  const styles = useInformationStyles()
  const { settings, me } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const again = async () => {
    if (busy) return
    setBusy(true)
    try {
      await sendAgain({ settings }, { key: order.key, actor: me })
      onChanged()
    } catch (thrown) {
      announce(asError(thrown).message)
    } finally {
      setBusy(false)
    }
  }
  const done = order.sent + order.skipped + order.failed
  return (
    <li className={styles.item}>
      <h3 className={styles.subtitle}>{writeDate(order.day)}</h3>
      <p className={styles.text} role="status">
        {sayOrder(order)}
      </p>
      <p className={styles.small}>
        {order.orderedBy}, {writeInstant(order.orderedAt)}
      </p>
      {order.state !== 'sent' && (
        <ProgressBar
          value={order.state === 'waiting' ? undefined : done}
          max={order.readers}
          aria-label={`Bulletin of ${writeDate(order.day)}`}
        />
      )}
      {order.trouble.length > 0 && (
        <ul className={styles.list}>
          {order.trouble.map(({ name, note }) => (
            <li key={name}>
              {name}: {note}
            </li>
          ))}
        </ul>
      )}
      {order.state === 'sent' && order.failed > 0 && (
        <Button size="small" disabledFocusable={busy} onClick={() => void again()}>
          {busy ? 'Asking…' : `Try ${order.failed} again`}
        </Button>
      )}
    </li>
  )
}
