import { Button, Input, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { SendFilled } from '@fluentui/react-icons'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { scrollRegion } from '../scrollRegion.ts'
import { type Chat, type Person, tenantApi } from '../tenantApi.ts'
import { useLoaded } from '../useLoaded.ts'
import { ChatMessageView } from './ChatMessageView.tsx'

const useStyles = makeStyles({
  place: { height: '100%', display: 'flex', flexDirection: 'column' },
  head: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    '& h2': { margin: 0 },
  },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalL },
  list: {
    listStyleType: 'none',
    margin: '0 auto',
    padding: 0,
    maxWidth: '860px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  composer: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    maxWidth: '860px',
    width: '100%',
    margin: '0 auto',
    boxSizing: 'border-box',
  },
  input: { flexGrow: 1, minWidth: 0 },
  empty: {
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
    display: 'block',
    padding: tokens.spacingVerticalXXL,
  },
  trouble: { color: tokens.colorStatusDangerForeground1, padding: `0 ${tokens.spacingHorizontalL}` },
})

interface ChatPlaceProps {
  readonly person: Person
  readonly appName: string
  readonly revision: string | undefined
  readonly onLink: (link: string) => boolean
  readonly onChanged: () => Promise<void>
}

/** The one-to-one chat of the chosen person with the bot. */
export function ChatPlace({ person, appName, revision, onLink, onChanged }: ChatPlaceProps) {
  const styles = useStyles()
  const chat = useLoaded(person.id, revision, () => tenantApi.chat(person.id))
  const end = useRef<HTMLDivElement>(null)
  const count = chat.value?.messages.length ?? 0

  useEffect(() => {
    if (count === 0) return
    end.current?.scrollIntoView({ block: 'end' })
    void tenantApi.readChat(person.id)
  }, [count, person.id])

  return (
    <section className={styles.place} aria-label={`Chat with ${appName}`}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{appName}</Subtitle2>
      </div>
      <div className={styles.scroll} role="log" aria-label="Messages" {...scrollRegion}>
        {!chat.value &&
          (chat.trouble ? <div role="alert">{chat.trouble}</div> : <Spinner label="Opening the chat" />)}
        {chat.value && count === 0 && <Text className={styles.empty}>{emptyText(chat.value, appName)}</Text>}
        <ul className={styles.list}>
          {chat.value?.messages.map((message) => (
            <ChatMessageView
              key={message.id}
              message={message}
              oid={person.id}
              memberId={chat.value?.memberId ?? ''}
              appName={appName}
              onLink={onLink}
              onChanged={onChanged}
            />
          ))}
        </ul>
        <div ref={end} />
      </div>
      <Composer
        disabled={chat.value?.installed !== true}
        appName={appName}
        oid={person.id}
        onSent={onChanged}
      />
    </section>
  )
}

const emptyText = (chat: Chat, appName: string): string =>
  chat.installed
    ? `Nothing has been said yet. ${appName} writes here when something is due.`
    : `${appName} is not installed for this person, so it cannot write to them.`

interface ComposerProps {
  readonly disabled: boolean
  readonly appName: string
  readonly oid: string
  readonly onSent: () => Promise<void>
}

function Composer({ disabled, appName, oid, onSent }: ComposerProps) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState('')

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    try {
      await tenantApi.say(oid, text.trim())
      setText('')
      setTrouble('')
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
    await onSent()
  }

  return (
    <>
      {trouble && (
        <Text role="alert" className={styles.trouble}>
          {trouble}
        </Text>
      )}
      <form className={styles.composer} onSubmit={(event) => void send(event)}>
        <Input
          className={styles.input}
          aria-label="Type a message"
          placeholder={`Type a message to ${appName}`}
          value={text}
          disabled={disabled}
          onChange={(_event, data) => setText(data.value)}
        />
        <Button
          type="submit"
          appearance="primary"
          icon={<SendFilled />}
          aria-label="Send"
          disabled={disabled}
        />
      </form>
    </>
  )
}
