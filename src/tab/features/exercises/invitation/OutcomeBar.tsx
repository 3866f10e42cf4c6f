import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Outcome } from './outcomeWords.ts'

/** A sentence about what became of sending. */
export function OutcomeBar({ outcome }: { outcome: Outcome }) {
  return (
    <MessageBar intent={outcome.tone} layout="multiline">
      <MessageBarBody>{outcome.sentence}</MessageBarBody>
    </MessageBar>
  )
}
