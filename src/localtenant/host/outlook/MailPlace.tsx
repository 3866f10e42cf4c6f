import { Button, Caption1, mergeClasses, Spinner, Subtitle2, Text, Title3 } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { SafeHtml } from '../SafeHtml.tsx'
import { scrollRegion } from '../scrollRegion.ts'
import { type MailMessage, tenantApi } from '../tenantApi.ts'
import { clockTime, longDay } from '../ukTime.ts'
import { useLoaded } from '../useLoaded.ts'
import { useOutlookStyles } from './Outlook.styles.ts'
import { textAsHtml } from './textMail.ts'

interface MailPlaceProps {
  readonly address: string
  readonly revision: string | undefined
  readonly onLink: (link: string) => boolean
  readonly onChanged: () => Promise<void>
}

const senderOf = (message: MailMessage): string =>
  message.from?.emailAddress?.name || message.from?.emailAddress?.address || 'Unknown sender'

/** Outlook's inbox of one mailbox and the message that is open. */
export function MailPlace({ address, revision, onLink, onChanged }: MailPlaceProps) {
  const styles = useOutlookStyles()
  const [openId, setOpenId] = useState<string>()
  const { value, trouble } = useLoaded(address, revision, () => tenantApi.mail(address))
  const messages = value?.value ?? []
  const open = messages.find((message) => message.id === openId)

  const read = (message: MailMessage) => {
    setOpenId(message.id)
    if (!message.isRead) void tenantApi.readMail(address, message.id ?? '').then(onChanged)
  }

  return (
    <div className={styles.place}>
      <section
        className={mergeClasses(styles.list, open && styles.hiddenWhenNarrow)}
        aria-label="Inbox"
        {...scrollRegion}
      >
        <div className={styles.head}>
          <Subtitle2 as="h2">Inbox</Subtitle2>
        </div>
        {trouble && <div role="alert">{trouble}</div>}
        {!value && !trouble && <Spinner label="Opening the inbox" />}
        {value && messages.length === 0 && <p className={styles.empty}>No mail has come yet.</p>}
        <ul className={styles.items}>
          {messages.map((message) => (
            <MailItem
              key={message.id}
              message={message}
              open={message.id === openId}
              onOpen={() => read(message)}
            />
          ))}
        </ul>
      </section>
      <section
        className={mergeClasses(styles.pane, !open && styles.hiddenWhenNarrow)}
        aria-label="Open message"
        {...scrollRegion}
      >
        {open ? (
          <MailView message={open} onBack={() => setOpenId(undefined)} onLink={onLink} />
        ) : (
          <Text className={styles.quiet}>{messages.length > 0 ? 'Choose a message to read it.' : ''}</Text>
        )}
      </section>
    </div>
  )
}

interface MailItemProps {
  readonly message: MailMessage
  readonly open: boolean
  readonly onOpen: () => void
}

function MailItem({ message, open, onOpen }: MailItemProps) {
  const styles = useOutlookStyles()
  const at = new Date(message.receivedDateTime ?? 0)
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.item, open && styles.open, !message.isRead && styles.unread)}
        aria-current={open}
        onClick={onOpen}
      >
        <span className={styles.oneLine}>{senderOf(message)}</span>
        <span className={styles.oneLine}>{message.subject || '(No subject)'}</span>
        <Caption1 className={mergeClasses(styles.quiet, styles.oneLine)}>
          {message.isRead ? '' : 'Unread · '}
          {longDay(at)} {clockTime(at)}
        </Caption1>
      </button>
    </li>
  )
}

interface MailViewProps {
  readonly message: MailMessage
  readonly onBack: () => void
  readonly onLink: (link: string) => boolean
}

function MailView({ message, onBack, onLink }: MailViewProps) {
  const styles = useOutlookStyles()
  const at = new Date(message.receivedDateTime ?? 0)
  const to = [...(message.toRecipients ?? []), ...(message.ccRecipients ?? [])]
  return (
    <article aria-label={message.subject || '(No subject)'}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        All mail
      </Button>
      <Title3 as="h2" block>
        {message.subject || '(No subject)'}
      </Title3>
      <dl className={styles.facts}>
        <dt>From</dt>
        <dd>
          {senderOf(message)} <span className={styles.quiet}>{message.from?.emailAddress?.address}</span>
        </dd>
        <dt>To</dt>
        <dd>{to.map(({ emailAddress }) => emailAddress?.name || emailAddress?.address).join('; ')}</dd>
        <dt>Received</dt>
        <dd>
          {longDay(at)} {clockTime(at)}
        </dd>
      </dl>
      <SafeHtml className={styles.body} html={htmlOf(message)} onLink={onLink} />
    </article>
  )
}

function htmlOf({ body }: MailViewProps['message']): string {
  const content = body?.content ?? ''
  return body?.contentType === 'text' ? textAsHtml(content) : content
}
