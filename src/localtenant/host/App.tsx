import {
  FluentProvider,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Address, Place } from './address.ts'
import { ChatPlace } from './chat/ChatPlace.tsx'
import { CalendarPlace } from './outlook/CalendarPlace.tsx'
import { MailPlace } from './outlook/MailPlace.tsx'
import { findUser, keyOf, type SignedIn } from './roster.ts'
import { SignInPage } from './signin/SignInPage.tsx'
import { readLink } from './tab/deepLink.ts'
import { type TabHandle, TabPlace } from './tab/TabPlace.tsx'
import { type TenantSettings, tenantApi } from './tenantApi.ts'
import { fluentThemes } from './themes.ts'
import { useAddress } from './useAddress.ts'
import { useLoaded } from './useLoaded.ts'
import { usePulse } from './usePulse.ts'
import { Rail } from './window/Rail.tsx'
import { ThemeSwitcher } from './window/ThemeSwitcher.tsx'
import { TitleBar } from './window/TitleBar.tsx'
import { TodayControl } from './window/TodayControl.tsx'
import { UserSwitcher } from './window/UserSwitcher.tsx'

const useStyles = makeStyles({
  window: {
    height: '100dvh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  middle: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 640px)': { flexDirection: 'column' },
  },
  stage: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    '@media (max-width: 640px)': { borderTopLeftRadius: 0 },
  },
  centre: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'center' },
})

const nothingUnread = { chat: 0, calendar: 0, mail: 0 }

/** The whole window: a Teams look-alike around the app's tab, with the chat and the Outlook of its user. */
export function App() {
  const styles = useStyles()
  const [address, change] = useAddress()
  const [settings, setSettings] = useState<TenantSettings>()
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    tenantApi.settings().then(setSettings, (error: Error) => setTrouble(error.message))
  }, [])

  return (
    <FluentProvider theme={fluentThemes[address.theme]} style={{ height: '100%' }}>
      <div className={styles.window}>
        {settings ? (
          <TenantWindow settings={settings} address={address} change={change} />
        ) : (
          <main className={styles.centre}>
            {trouble ? <div role="alert">{trouble}</div> : <Spinner label="Opening the local tenant" />}
          </main>
        )}
      </div>
    </FluentProvider>
  )
}

interface WindowProps {
  readonly settings: TenantSettings
  readonly address: Address
  readonly change: (part: Partial<Address>) => void
}

function TenantWindow({ settings, address, change }: WindowProps) {
  const styles = useStyles()
  const tab = useRef<TabHandle>(null)
  const { pulse, lost, ask } = usePulse(address.user ?? 'nobody')
  const roster = useLoaded('roster', pulse?.revision, tenantApi.roster)
  const { people, mailboxes } = roster.value ?? { people: [], mailboxes: [] }
  const outside = mailboxes.filter((mailbox) => mailbox.kind === 'outside')
  const who = findUser(address.user, people, mailboxes)

  // A tab that is being left is asked first, so that nothing typed into it is thrown away unasked.
  const goTo = async (part: Partial<Address>) => {
    await tab.current?.leave()
    change(part)
  }
  const openLink = (link: string): boolean => {
    const target = readLink(link)
    if (target.kind === 'refused') return false
    if (target.kind === 'entity' && target.appId === settings.teamsAppId) {
      void goTo({ place: 'app', page: target.pageId, subPage: target.subPageId })
    } else if (target.kind === 'chat') void goTo({ place: 'chat' })
    else if (target.kind === 'web') window.open(target.url, '_blank', 'noopener')
    else return false
    return true
  }

  return (
    <>
      <TitleBar tenantName={settings.tenantName}>
        {pulse && <TodayControl now={new Date(pulse.now)} onMoved={() => void ask()} />}
        <ThemeSwitcher theme={address.theme} onTheme={(theme) => change({ theme })} />
        {who && (
          <UserSwitcher
            who={who}
            people={people}
            mailboxes={mailboxes}
            keyOf={keyOf}
            onSwitch={(user) => void goTo({ user, page: undefined, subPage: undefined })}
          />
        )}
      </TitleBar>
      {lost && (
        <MessageBar intent="error">
          <MessageBarBody>
            The local tenant has stopped answering. What you see may be out of date.
          </MessageBarBody>
        </MessageBar>
      )}
      {!roster.value && (
        <main className={styles.centre}>
          {roster.trouble ? (
            <div role="alert">{roster.trouble}</div>
          ) : (
            <Spinner label="Opening the local tenant" />
          )}
        </main>
      )}
      {roster.value && !who && (
        <SignInPage
          tenantName={settings.tenantName}
          people={people}
          outside={outside}
          onSignIn={(user) => change({ user })}
        />
      )}
      {who && (
        <div className={styles.middle}>
          <Rail
            appName={settings.appName}
            place={placeOf(address, who)}
            hasAccount={who.person !== undefined}
            unread={pulse?.unread ?? nothingUnread}
            onPlace={(place) => void goTo({ place, page: undefined, subPage: undefined })}
          />
          <main className={styles.stage}>
            <Stage
              {...{
                settings,
                address,
                who,
                tab,
                openLink,
                change,
                ask,
                revision: pulse?.revision,
                now: pulse?.now,
              }}
            />
          </main>
        </div>
      )}
    </>
  )
}

const placeOf = (address: Address, who: SignedIn): Place =>
  who.person || address.place === 'mail' ? address.place : 'calendar'

interface StageProps extends WindowProps {
  readonly who: SignedIn
  readonly tab: React.RefObject<TabHandle | null>
  readonly openLink: (link: string) => boolean
  readonly ask: () => Promise<void>
  readonly revision: string | undefined
  readonly now: string | undefined
}

function Stage({ settings, address, change, who, tab, openLink, ask, revision, now }: StageProps) {
  const place = placeOf(address, who)
  const shared = { revision, onLink: openLink, onChanged: ask }
  if (place === 'calendar') {
    return (
      <CalendarPlace key={who.key} {...shared} address={who.address} now={now ? new Date(now) : new Date()} />
    )
  }
  if (place === 'mail') return <MailPlace key={who.key} {...shared} address={who.address} />
  if (!who.person) return null
  if (place === 'chat') {
    return <ChatPlace key={who.key} {...shared} person={who.person} appName={settings.appName} />
  }
  return (
    <TabPlace
      settings={settings}
      person={who.person}
      address={address}
      handle={tab}
      onLink={openLink}
      onOpen={(page, subPage) => change({ place: 'app', page, subPage })}
    />
  )
}
