import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { Suspense, useEffect, useRef } from 'react'
import { type IsoDate, writeDate } from '../domain/calendarDays.ts'
import type { AppRole, Person } from '../domain/roles.ts'
import { PlaceTabs } from './PlaceTabs.tsx'
import { usePage, usePreloadedPages } from './pages.ts'
import { placeLabels } from './placeLabels.ts'
import { useShellStyles } from './Shell.styles.ts'
import { UnsavedBar } from './UnsavedBar.tsx'
import { CrashScreen } from './ui/CrashScreen.tsx'
import { Loading } from './ui/Loading.tsx'
import { useNavigation } from './ui/navigation.tsx'
import { Offline } from './ui/Offline.tsx'
import { type Services, ServicesProvider } from './ui/services.tsx'
import { useClockDay } from './useClockDay.ts'

const roleWords: Record<AppRole, string> = {
  Coordinator: 'training coordinator',
  Secretary: 'board secretary',
  Administrator: 'administrator',
}

// The Teams window around the tab has a header and a main part of its own: the name tells them apart.
const landmark = { 'aria-label': 'Follow-Through' }

export interface ShellProps {
  readonly services: Services
  /** The sign-in has run out; the person has to be seen again. */
  readonly expired: boolean
  readonly onSignInAgain: () => void
}

/** The frame around every page: the places, the day, and who is signed in. */
export function Shell({ services, expired, onSignInAgain }: ShellProps) {
  const styles = useShellStyles()
  const { place } = useNavigation()
  const { today, error } = useClockDay(services.clock)
  const main = useRef<HTMLElement>(null)
  const { Page, tries, again } = usePage(place)
  usePreloadedPages()
  useEffect(() => {
    document.title = `${placeLabels[place]} – Follow-Through`
  }, [place])
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      <ShellHeader me={services.me} today={today} />
      <UnsavedBar objectId={services.me.objectId} />
      {expired && <ExpiredBar onSignInAgain={onSignInAgain} />}
      <main className={styles.main} ref={main} tabIndex={-1} {...landmark}>
        <div className={styles.panel} role="tabpanel" id="place" aria-labelledby={`tab-${place}`}>
          <h1 className={styles.heading}>{placeLabels[place]}</h1>
          <CrashScreen key={`${place} ${tries}`} again={again}>
            <Suspense fallback={<Loading what={`Opening ${placeLabels[place]}`} />}>
              {today !== null && (
                <ServicesProvider services={services} today={today}>
                  <Page />
                </ServicesProvider>
              )}
              {today === null && !error && <Loading what="Asking what day it is" />}
              {today === null && Boolean(error) && <Offline onRetry={() => window.location.reload()} />}
            </Suspense>
          </CrashScreen>
        </div>
      </main>
    </div>
  )
}

function ShellHeader({ me, today }: { me: Person; today: IsoDate | null }) {
  const styles = useShellStyles()
  const roles = me.roles.map((role) => roleWords[role]).join(', ')
  return (
    <header className={styles.header} {...landmark}>
      <PlaceTabs />
      <div className={styles.facts}>
        {today && <span>Today is {writeDate(today)}</span>}
        <span>
          <span className={styles.who}>{me.name}</span>
          {roles && `, ${roles}`}
        </span>
      </div>
    </header>
  )
}

function ExpiredBar({ onSignInAgain }: { onSignInAgain: () => void }) {
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        Your sign-in has run out. Sign in again to go on; what you typed is kept.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onSignInAgain}>
          Sign in
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
