import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AppsListDetailFilled,
  AppsListDetailRegular,
  CalendarLtrFilled,
  CalendarLtrRegular,
  ChatFilled,
  ChatRegular,
  MailFilled,
  MailRegular,
} from '@fluentui/react-icons'
import type { Place } from '../address.ts'
import type { Unread } from '../tenantApi.ts'

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '84px',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    '@media (max-width: 640px)': {
      flexDirection: 'row',
      width: '100%',
      order: 1,
      padding: 0,
      boxSizing: 'border-box',
    },
  },
  item: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    height: '60px',
    margin: `0 ${tokens.spacingHorizontalXS}`,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 640px)': { flex: '1 1 0', height: '56px', margin: 0 },
  },
  here: {
    color: tokens.colorBrandForeground1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-3px',
      top: '14px',
      bottom: '14px',
      width: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
      '@media (max-width: 640px)': {
        left: '28px',
        right: '28px',
        top: 0,
        bottom: 'auto',
        width: 'auto',
        height: '3px',
      },
    },
  },
  icon: { position: 'relative', fontSize: '24px', display: 'flex' },
  badge: { position: 'absolute', top: '-6px', left: '14px' },
})

interface RailProps {
  readonly appName: string
  readonly place: Place
  readonly hasAccount: boolean
  readonly unread: Unread
  readonly onPlace: (place: Place) => void
}

/** The app bar: the app itself and what stands beside it. A mailbox outside the tenant has only Outlook. */
export function Rail({ appName, place, hasAccount, unread, onPlace }: RailProps) {
  const styles = useStyles()
  const items = [
    {
      id: 'app',
      label: appName,
      icon: <AppsListDetailRegular />,
      hereIcon: <AppsListDetailFilled />,
      count: 0,
    },
    { id: 'chat', label: 'Chat', icon: <ChatRegular />, hereIcon: <ChatFilled />, count: unread.chat },
    {
      id: 'calendar',
      label: 'Calendar',
      icon: <CalendarLtrRegular />,
      hereIcon: <CalendarLtrFilled />,
      count: unread.calendar,
    },
    { id: 'mail', label: 'Mail', icon: <MailRegular />, hereIcon: <MailFilled />, count: unread.mail },
  ] as const
  const shown = items.filter(({ id }) => hasAccount || id === 'calendar' || id === 'mail')
  return (
    <nav className={styles.rail} aria-label="Apps">
      {shown.map(({ id, label, icon, hereIcon, count }) => (
        <button
          key={id}
          type="button"
          className={mergeClasses(styles.item, id === place && styles.here)}
          aria-current={id === place ? 'page' : undefined}
          aria-describedby={count > 0 ? `unread-${id}` : undefined}
          onClick={() => onPlace(id)}
        >
          <span className={styles.icon}>
            {id === place ? hereIcon : icon}
            {count > 0 && (
              <CounterBadge
                className={styles.badge}
                size="small"
                color="danger"
                count={count}
                overflowCount={99}
                aria-hidden
              />
            )}
          </span>
          {label}
          {count > 0 && (
            <span id={`unread-${id}`} hidden>
              {count} unread
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}
