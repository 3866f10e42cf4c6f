/** Boroughs that partners of the sample answer for, by their full names. */
export const areas = {
  camdenAndIslington: ['Camden', 'Islington'],
  northWest: ['Harrow', 'Brent', 'Barnet'],
  southWest: ['Richmond upon Thames', 'Kingston upon Thames', 'Wandsworth', 'Merton'],
  southEast: ['Lambeth', 'Southwark'],
  /** None means the whole of London. */
  london: [],
} as const satisfies Readonly<Record<string, readonly string[]>>
