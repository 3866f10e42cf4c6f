import {
  Avatar,
  Body1,
  Caption1,
  Card,
  CardHeader,
  Link,
  makeStyles,
  Text,
  Title2,
  tokens,
} from '@fluentui/react-components'
import { keyOf } from '../roster.ts'
import type { Mailbox, Person } from '../tenantApi.ts'

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  inner: {
    maxWidth: '720px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  first: { margin: 0 },
  heading: { margin: `${tokens.spacingVerticalM} 0` },
  quiet: { color: tokens.colorNeutralForeground2 },
  links: {
    columns: '2 260px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& li': {
      breakInside: 'avoid',
      paddingBottom: tokens.spacingVerticalS,
      lineHeight: tokens.lineHeightBase300,
    },
  },
  title: { display: 'block', color: tokens.colorNeutralForeground2 },
})

interface SignInPageProps {
  readonly tenantName: string
  readonly people: readonly Person[]
  readonly outside: readonly Mailbox[]
  readonly onSignIn: (key: string) => void
}

/** The first thing a newcomer sees: who to be. */
export function SignInPage({ tenantName, people, outside, onSignIn }: SignInPageProps) {
  const styles = useStyles()
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <Title2 as="h2" className={styles.first}>
          Sign in as
        </Title2>
        <Body1 className={styles.quiet}>
          {tenantName} is a made-up force on this computer. Choose who you want to be; you can change at any
          time from the corner of the window.
        </Body1>
        <ul className={styles.cards}>
          {people
            .filter((person) => person.offeredAs)
            .map((person) => (
              <li key={person.id}>
                <Card
                  onClick={() => onSignIn(keyOf(person))}
                  role="button"
                  tabIndex={0}
                  aria-label={`Sign in as ${person.displayName}, ${person.offeredAs}`}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') onSignIn(keyOf(person))
                  }}
                >
                  <CardHeader
                    image={<Avatar name={person.displayName} color="colorful" size={48} aria-hidden />}
                    header={<Text weight="semibold">{person.displayName}</Text>}
                    description={
                      <Caption1 className={styles.quiet}>
                        {person.offeredAs}
                        <br />
                        {person.jobTitle}
                      </Caption1>
                    }
                  />
                </Card>
              </li>
            ))}
        </ul>
        <Others title="Somebody else in the tenant">
          {people
            .filter((person) => !person.offeredAs)
            .map((person) => (
              <li key={person.id}>
                <Link onClick={() => onSignIn(keyOf(person))}>{person.displayName}</Link>
                <Caption1 className={styles.title}>{person.jobTitle}</Caption1>
              </li>
            ))}
        </Others>
        {outside.length > 0 && (
          <Others title="Outside the force">
            {outside.map((mailbox) => (
              <li key={mailbox.address}>
                <Link onClick={() => onSignIn(mailbox.address)}>{mailbox.name}</Link>
                {mailbox.name !== mailbox.address && (
                  <Caption1 className={styles.title}>{mailbox.address}</Caption1>
                )}
              </li>
            ))}
          </Others>
        )}
      </div>
    </main>
  )
}

function Others({ title, children }: { title: string; children: React.ReactNode }) {
  const styles = useStyles()
  return (
    <section>
      <Text as="h3" weight="semibold" size={400} block className={styles.heading}>
        {title}
      </Text>
      <ul className={styles.links}>{children}</ul>
    </section>
  )
}
