import { Avatar, Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { SafeHtml } from '../SafeHtml.tsx'
import { type ChatMessage, tenantApi } from '../tenantApi.ts'
import { clockTime, longDay } from '../ukTime.ts'
import { type AnswerOutcome, readAnswer } from './actionAnswer.ts'
import { CardView, type PressedAction } from './CardView.tsx'
import { escapeHtml, markdownToHtml } from './markdown.ts'

const useStyles = makeStyles({
  message: { display: 'flex', gap: tokens.spacingHorizontalM, maxWidth: '100%' },
  mine: { justifyContent: 'flex-end' },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    flexShrink: 1,
  },
  wide: { flexGrow: 1, maxWidth: '560px' },
  avatar: { '@media (max-width: 640px)': { display: 'none' } },
  about: { color: tokens.colorNeutralForeground2 },
  bubble: {
    alignSelf: 'flex-start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: 'anywhere',
  },
  mineBubble: { alignSelf: 'flex-end', backgroundColor: tokens.colorBrandBackground2 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
})

const cardType = 'application/vnd.microsoft.card.adaptive'

const html = (message: ChatMessage): string =>
  message.textFormat === 'plain'
    ? escapeHtml(message.text ?? '').replaceAll('\n', '<br>')
    : markdownToHtml(message.text ?? '')

interface ChatMessageProps {
  readonly message: ChatMessage
  readonly oid: string
  readonly memberId: string
  readonly appName: string
  readonly onLink: (link: string) => boolean
  readonly onChanged: () => Promise<void>
}

/** A message of the bot or of the person, with its cards. */
export function ChatMessageView(props: ChatMessageProps) {
  const { message, appName } = props
  const styles = useStyles()
  const bot = message.from === 'bot'
  const at = new Date(message.createdAt)
  return (
    <li className={mergeClasses(styles.message, !bot && styles.mine)}>
      {bot && <Avatar className={styles.avatar} name={appName} shape="square" color="brand" aria-hidden />}
      <div className={mergeClasses(styles.column, message.attachments.length > 0 && styles.wide)}>
        <Caption1 className={styles.about}>
          {bot ? appName : 'You'} · {longDay(at)} {clockTime(at)}
          {message.updatedAt && ' · Edited'}
        </Caption1>
        {message.text && (
          <div className={mergeClasses(styles.bubble, !bot && styles.mineBubble)}>
            <SafeHtml html={html(message)} onLink={props.onLink} />
          </div>
        )}
        {message.attachments.map((attachment) =>
          attachment.contentType === cardType ? (
            <ChatCard key={attachment.id} {...props} card={attachment.content} />
          ) : (
            <Text key={attachment.id}>An attachment of type {attachment.contentType}.</Text>
          ),
        )}
      </div>
    </li>
  )
}

interface Refresh {
  readonly action?: {
    readonly type?: string
    readonly verb?: string
    readonly id?: string
    readonly data?: unknown
  }
  readonly userIds?: readonly string[]
}

/** The refresh a card asks for when this person sees it, if it does. */
function refreshFor(card: unknown, memberId: string): PressedAction | undefined {
  const refresh = (card as { refresh?: Refresh } | null)?.refresh
  if (refresh?.action?.type !== 'Action.Execute') return undefined
  if (refresh.userIds && !refresh.userIds.includes(memberId)) return undefined
  return {
    type: 'Action.Execute',
    verb: refresh.action.verb,
    id: refresh.action.id,
    data: refresh.action.data ?? {},
  }
}

function ChatCard({ message, card, oid, memberId, onLink, onChanged }: ChatMessageProps & { card: unknown }) {
  const styles = useStyles()
  const [sending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<AnswerOutcome>()
  const [answered, setAnswered] = useState<unknown>()
  const version = `${message.id} ${message.updatedAt ?? ''}`
  const seen = useRef('')

  const act = async (action: PressedAction, trigger: 'manual' | 'automatic') => {
    if (trigger === 'manual') setSending(true)
    try {
      const answer = readAnswer(await tenantApi.act(oid, { ...action, activityId: message.id, trigger }))
      if (trigger === 'manual' || answer.kind === 'card') setOutcome(answer)
      if (answer.kind === 'card') setAnswered(answer.card)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      if (trigger === 'manual') setOutcome({ kind: 'trouble', text })
    } finally {
      setSending(false)
    }
    await onChanged()
  }
  const latest = useRef(act)
  latest.current = act

  // A card that the bot has replaced is shown as it now is; one that asks to be refreshed is, once per version.
  useEffect(() => {
    if (seen.current === version) return
    if (seen.current !== '') {
      setOutcome(undefined)
      setAnswered(undefined)
    }
    seen.current = version
    const refresh = refreshFor(card, memberId)
    if (refresh) void latest.current(refresh, 'automatic')
  }, [version, card, memberId])

  return (
    <>
      <CardView
        card={answered ?? card}
        sending={sending}
        onLink={onLink}
        onAction={(action) => void act(action, 'manual')}
      />
      <div aria-live="polite">
        {outcome?.kind === 'trouble' && <Text className={styles.trouble}>{outcome.text}</Text>}
        {outcome?.kind === 'message' && <Text>{outcome.text}</Text>}
      </div>
    </>
  )
}
