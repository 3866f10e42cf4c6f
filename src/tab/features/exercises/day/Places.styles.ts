import { makeStyles, tokens } from '@fluentui/react-components'

const phone = '@media (max-width: 600px)'

/** Layout of the places in the room and of what is done with them. */
export const usePlacesStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  gap: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  gaps: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  place: {
    display: 'grid',
    // Each row is a grid of its own: the last column has the same width with a button and without one.
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 5fr) 9rem 6.5rem',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
    // On a phone a long address would leave the role no room: each has a line of its own.
    [phone]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '& > :nth-child(-n+2)': { gridColumn: '1 / -1' },
    },
  },
  missing: {
    borderLeftColor: tokens.colorStatusDangerForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  role: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'flex-end' },
  messages: { display: 'grid', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  marks: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: '1fr', gap: tokens.spacingVerticalS },
  },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    // Thumbs need room: three buttons side by side, as wide as the screen allows.
    [phone]: { '& > button': { flexGrow: 1, flexBasis: 0, minWidth: 0, minHeight: '44px' } },
  },
  plain: { margin: 0, padding: 0, border: 'none', minInlineSize: 'auto' },
  wide: { gridColumn: '1 / -1' },
  substitute: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '80ch' },
  screenOnly: { '@media print': { display: 'none' } },
  table: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    width: '100%',
    minWidth: '36rem',
    textAlign: 'left',
    '& caption': { textAlign: 'left', paddingTop: tokens.spacingVerticalM },
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
  narrow: { width: '3rem' },
  tick: {
    display: 'inline-block',
    width: '14px',
    height: '14px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralForeground1}`,
  },
  scroll: { overflowX: 'auto' },
})
