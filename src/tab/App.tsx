import {
  FluentProvider,
  makeStyles,
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import type { TabConfig } from './config.ts'
import type { Host, HostTheme } from './host.ts'
import { Start } from './Start.tsx'
import { usePrinting } from './ui/usePrinting.ts'

const themes: Record<HostTheme, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({
  // Scroll bars and calendars are drawn by the browser, which would else go by the device and not by Teams.
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  app: {
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    '@media print': { height: 'auto', backgroundColor: 'transparent' },
  },
})

/** Colours and type of the Teams window, followed while the app is open. */
export function ThemedApp(props: { theme: HostTheme; children: ReactNode }) {
  const styles = useStyles()
  return (
    // The provider's own class goes to tooltips, menus and dialogs too: what fills the window must not be on it.
    <FluentProvider
      theme={themes[props.theme]}
      className={props.theme === 'default' ? styles.light : styles.dark}
    >
      <div className={styles.app}>{props.children}</div>
    </FluentProvider>
  )
}

/** The whole tab inside a Teams window. */
export function App({ config, host }: { config: TabConfig; host: Host }) {
  const [theme, setTheme] = useState(host.theme)
  const printing = usePrinting()
  useEffect(() => host.onThemeChange(setTheme), [host])
  return (
    <ThemedApp theme={printing ? 'default' : theme}>
      <Start config={config} host={host} />
    </ThemedApp>
  )
}
