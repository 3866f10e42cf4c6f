import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarCancelRegular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CheckmarkStarburstRegular } from '@fluentui/react-icons/svg/checkmark-starburst'
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { Standing } from '../../../../domain/programme.ts'
import { standingWords } from './programmeWords.ts'

const icons = {
  planned: CalendarLtrRegular,
  sending: SendRegular,
  invited: MailRegular,
  confirmed: CheckmarkCircleRegular,
  'day-past': ClockAlarmRegular,
  'never-invited': WarningRegular,
  held: CheckmarkStarburstRegular,
  cancelled: CalendarCancelRegular,
} as const

const useStyles = makeStyles({
  word: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0 },
})

/** The sign of how far an exercise has come; always beside its word or inside something that says it. */
export function StandingIcon({ standing, size = 16 }: { standing: Standing; size?: number }) {
  const styles = useStyles()
  const Icon = icons[standing]
  return <Icon className={styles.icon} fontSize={size} aria-hidden="true" />
}

/** How far an exercise has come, as a sign and a word. */
export function StandingWord({ standing, className }: { standing: Standing; className?: string }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.word, className)}>
      <StandingIcon standing={standing} />
      {standingWords[standing]}
    </span>
  )
}
