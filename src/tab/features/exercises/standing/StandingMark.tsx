import { mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'
import type { Standing } from '../../../../domain/roleStanding.ts'
import { useStandingStyles } from './StandingMark.styles.ts'

const icons = {
  accepted: CheckmarkCircleRegular,
  tentative: QuestionCircleRegular,
  silent: CircleHintRegular,
  'not-invited': SubtractCircleRegular,
  declined: DismissCircleRegular,
  nobody: PersonQuestionMarkRegular,
} as const

/** The words for how a role stands. */
export const standingWords: Readonly<Record<Standing, string>> = {
  accepted: 'Accepted',
  tentative: 'Tentative',
  silent: 'No answer yet',
  'not-invited': 'Not invited yet',
  declined: 'Declined',
  nobody: 'Nobody known',
}

/** How a role or a place stands, as an icon and a word. @param quiet leaves the word to screen readers */
export function StandingMark({ standing, quiet = false }: { standing: Standing; quiet?: boolean }) {
  const styles = useStandingStyles()
  const Icon = icons[standing]
  return (
    <span
      className={mergeClasses(styles.mark, styles[standing])}
      title={quiet ? standingWords[standing] : undefined}
    >
      <Icon fontSize={quiet ? 20 : 18} aria-hidden="true" />
      <span className={quiet ? styles.hidden : undefined}>{standingWords[standing]}</span>
    </span>
  )
}
