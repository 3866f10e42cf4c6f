/** The themes that Teams has; others of its names are read as light. */
export const hostThemes = ['default', 'dark', 'contrast'] as const
export type HostTheme = (typeof hostThemes)[number]

/** What the Teams window says about itself and the person in front of it. */
export interface Host {
  readonly theme: HostTheme
  readonly subPageId: string | undefined
  readonly loginHint: string | undefined
  /** Tells of every later change of theme; gives the way to stop listening. */
  onThemeChange(listener: (theme: HostTheme) => void): () => void
}

/** Reads a theme's name as Teams sends it. */
export function readTheme(name: string | undefined): HostTheme {
  return hostThemes.find((theme) => theme === name) ?? 'default'
}
