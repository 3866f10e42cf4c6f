/** A region that scrolls must be reachable by keyboard even when nothing in it can be focused (WCAG 2.1.1). */
export const scrollRegion = { tabIndex: 0 } as const
