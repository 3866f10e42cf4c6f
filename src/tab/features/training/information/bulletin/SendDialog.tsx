import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useBulletinStyles } from './Bulletin.styles.ts'
import { orderRefusals, sayPeople, sayWays } from './bulletinWords.ts'
import type { BulletinDraft } from './useBulletin.ts'

/** Names everybody to whom the bulletin goes before it does. */
export function SendDialog({
  draft,
  onClose,
}: {
  readonly draft: BulletinDraft
  readonly onClose: () => void
}) {
  const styles = useBulletinStyles()
  const { readers, refused, sending } = draft
  const send = async () => {
    if (await draft.send()) onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Send the bulletin to {sayPeople(readers.length)}?</DialogTitle>
          <DialogContent>
            <p>This sends {sayWays(readers)}. Nobody gets it twice, and it cannot be called back.</p>
            <ul className={styles.names}>
              {readers.map(({ objectId, name, address }) => (
                <li key={`${objectId} ${address}`}>
                  {name}
                  {objectId === '' && name !== address ? `, ${address}` : ''}
                </li>
              ))}
            </ul>
            {refused && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  {typeof refused === 'string'
                    ? orderRefusals[refused]
                    : `${refused.message} Nothing was sent yet; press the button to try again.`}
                </MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={sending} onClick={() => void send()}>
              {sending ? 'Handing it over…' : `Send to ${sayPeople(readers.length)}`}
            </Button>
            <Button disabledFocusable={sending} onClick={onClose}>
              Not yet
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
