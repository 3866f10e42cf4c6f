/**
 * The delegated permissions that the tab asks for, in the order in which it asks; each is explained in
 * docs/permissions.md. The manifest names them in the same order, or Teams fetches a token ahead that does not fit.
 */
export const scopes: readonly string[] = [
  'Sites.Selected',
  'Calendars.ReadWrite',
  'Calendars.ReadWrite.Shared',
  'People.Read',
]
