import { mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { type Invitee, isMissing, type Response } from '../../../domain/exercise.ts'
import { personWords, responseWords } from './exerciseWords.ts'
import { useInviteeStyles } from './InviteeList.styles.ts'

const icons = {
  none: CircleHintRegular,
  accepted: CheckmarkCircleRegular,
  tentative: QuestionCircleRegular,
  declined: DismissCircleRegular,
}

/** The people of an exercise by role, police and partners apart; who is missing stands out. */
export function InviteeList({ invitees, invited }: { invitees: readonly Invitee[]; invited: boolean }) {
  return (
    <>
      <Side title="Police" invitees={invitees.filter((one) => one.side === 'police')} invited={invited} />
      <Side title="Partners" invitees={invitees.filter((one) => one.side === 'partner')} invited={invited} />
    </>
  )
}

function Side(props: { title: string; invitees: readonly Invitee[]; invited: boolean }) {
  const { title, invitees, invited } = props
  const styles = useInviteeStyles()
  if (invitees.length === 0) return null
  return (
    <section aria-label={title}>
      <h4 className={styles.title}>{title}</h4>
      <ul className={styles.list}>
        {withPlaces(invitees).map(({ place, invitee }) => (
          <InviteeLine key={place} invitee={invitee} invited={invited} />
        ))}
      </ul>
    </section>
  )
}

/** A role can be there twice, so the place in the list is part of its identity. */
function withPlaces(invitees: readonly Invitee[]): readonly { place: string; invitee: Invitee }[] {
  return invitees.map((invitee, index) => ({ place: `${index} ${invitee.role}`, invitee }))
}

function InviteeLine({ invitee, invited }: { invitee: Invitee; invited: boolean }) {
  const styles = useInviteeStyles()
  const standsOut = invitee.required && isMissing(invitee)
  return (
    <li className={mergeClasses(styles.invitee, standsOut && styles.missing)}>
      <span className={styles.line}>
        <span className={styles.role}>{invitee.role}</span>
        <span className={styles.quiet}>{invitee.organisation}</span>
      </span>
      <span className={mergeClasses(styles.line, invitee.state !== 'known' && styles.nobody)}>
        {personWords(invitee)}
        {invitee.address && <Address address={invitee.address} />}
      </span>
      <span>{invitee.required ? 'Required' : 'Optional'}</span>
      <span>{answerOf(invitee, invited)}</span>
    </li>
  )
}

/** An address may be broken before its @, so that a narrow column does not cut it anywhere. */
function Address({ address }: { address: string }) {
  const styles = useInviteeStyles()
  const [person, ...domain] = address.split('@')
  return (
    <span className={styles.quiet}>
      {person}
      <wbr />
      {domain.length > 0 && `@${domain.join('@')}`}
    </span>
  )
}

function answerOf(invitee: Invitee, invited: boolean) {
  if (invitee.state !== 'known') return 'Not invited'
  return invited ? <Answer response={invitee.response} /> : 'Not invited yet'
}

function Answer({ response }: { response: Response }) {
  const styles = useInviteeStyles()
  const Icon = icons[response]
  return (
    <span className={mergeClasses(styles.answer, styles[response])}>
      <Icon fontSize={18} aria-hidden="true" />
      {responseWords[response]}
    </span>
  )
}
