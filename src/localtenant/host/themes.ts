import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'

/** The three looks of Teams, by the name used in this page's address. */
export const themeNames = ['light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themeNames)[number]

/** What people read in the theme menu. */
export const themeLabels: Readonly<Record<ThemeName, string>> = {
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
}

/** Fluent's theme for each look. */
export const fluentThemes: Readonly<Record<ThemeName, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}

/** The word teams-js gives to a tab: the light theme is called `default` there. */
export function teamsThemeName(theme: ThemeName): 'default' | 'dark' | 'contrast' {
  return theme === 'light' ? 'default' : theme
}
