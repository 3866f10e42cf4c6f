import { mergeClasses } from '@fluentui/react-components'
import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
} from 'adaptivecards'
import { useEffect, useRef } from 'react'
import type { CardAction } from '../tenantApi.ts'
import { useCardStyles } from './CardView.styles.ts'
import { cardHostConfig } from './cardHostConfig.ts'
import { markdownToHtml } from './markdown.ts'
import { TypedText } from './typedText.ts'

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text)
  result.didProcess = true
}

/** A pressed button, before it is known to which message the card belongs. */
export type PressedAction = Omit<CardAction, 'activityId' | 'trigger'>

function pressed(action: Action): PressedAction | undefined {
  if (action instanceof ExecuteAction) {
    return { type: 'Action.Execute', verb: action.verb, id: action.id, data: action.data ?? {} }
  }
  if (action instanceof SubmitAction) return { type: 'Action.Submit', id: action.id, data: action.data ?? {} }
  return undefined
}

interface CardViewProps {
  readonly card: unknown
  readonly sending: boolean
  readonly onAction: (action: PressedAction) => void
  readonly onLink: (link: string) => boolean
}

/** One Adaptive Card, drawn by Microsoft's renderer; drawn again only when its content changes. */
export function CardView({ card, sending, onAction, onLink }: CardViewProps) {
  const styles = useCardStyles()
  const holder = useRef<HTMLDivElement>(null)
  const callbacks = useRef({ onAction, onLink })
  callbacks.current = { onAction, onLink }
  const json = JSON.stringify(card)

  const typing = useRef(new TypedText())

  useEffect(() => {
    const drawn = new AdaptiveCard()
    drawn.hostConfig = new HostConfig(cardHostConfig)
    drawn.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) callbacks.current.onLink(action.url ?? '')
      const press = pressed(action)
      if (press) {
        typing.current.sent(press.data)
        callbacks.current.onAction(press)
      }
    }
    drawn.onAnchorClicked = (_element, anchor) => callbacks.current.onLink(anchor.href)
    drawn.onInlineCardExpanded = (action, expanded) => {
      if (expanded) action.card.renderedElement?.scrollIntoView({ block: 'nearest' })
    }
    drawn.parse(JSON.parse(json))
    const element = drawn.render()
    holder.current?.replaceChildren(...(element ? [element] : []))
    typing.current.carryTo(drawn)
  }, [json])

  useEffect(() => {
    if (!sending) typing.current.answered()
  }, [sending])

  return (
    <div ref={holder} className={mergeClasses(styles.card, sending && styles.sending)} aria-busy={sending} />
  )
}
