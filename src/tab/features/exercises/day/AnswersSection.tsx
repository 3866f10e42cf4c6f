import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { usePanelStyles } from '../ExercisePanel.styles.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { InviteeList } from '../InviteeList.tsx'
import { type Answers, useAnswers } from '../useAnswers.ts'

/** Who is coming. */
export function AnswersSection({ row, replace }: ExerciseSectionProps) {
  const answers = useAnswers(row, replace)
  return (
    <>
      <AnswersLine answers={answers} />
      <InviteeList invitees={row.value.invitees} invited={row.value.invitation?.state === 'sent'} />
    </>
  )
}

function AnswersLine({ answers }: { answers: Answers }) {
  const styles = usePanelStyles()
  if (answers.sentence === '') return null
  return (
    <div className={styles.answers}>
      {answers.trouble ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{answers.sentence}</MessageBarBody>
        </MessageBar>
      ) : (
        <span>{answers.sentence}</span>
      )}
      {answers.readAgain && (
        <Button size="small" onClick={answers.readAgain} disabledFocusable={answers.reading}>
          {answers.reading ? 'Reading…' : 'Read answers again'}
        </Button>
      )}
    </div>
  )
}
