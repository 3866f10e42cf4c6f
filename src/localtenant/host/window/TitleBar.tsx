import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { PeopleTeamFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '48px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  mark: { color: tokens.colorBrandForeground1, fontSize: '24px', flexShrink: 0 },
  name: {
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    margin: 0,
    // On a narrow window there is no room for the name, which stays for screen readers.
    '@media (max-width: 640px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      clipPath: 'inset(50%)',
    },
  },
  gap: { flexGrow: 1 },
})

/** The bar along the top: whose tenant this is, the date, the theme and the account. */
export function TitleBar({ tenantName, children }: { tenantName: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <header className={styles.bar}>
      <PeopleTeamFilled className={styles.mark} aria-hidden />
      <Text as="h1" className={styles.name} weight="semibold" title={tenantName}>
        {tenantName}
      </Text>
      <span className={styles.gap} />
      {children}
    </header>
  )
}
