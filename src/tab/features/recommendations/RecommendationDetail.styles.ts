import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 700px)'
const wide = '@media (min-width: 701px)'

/** The open recommendation or report, read from top to bottom. */
export const useDetailStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '80ch',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXXL}`,
    [narrow]: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
    '@media print': { maxWidth: 'none', padding: 0 },
  },
  back: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    [wide]: { display: 'none' },
    '@media print': { display: 'none' },
  },
  close: { marginLeft: 'auto', [narrow]: { display: 'none' }, '@media print': { display: 'none' } },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    ':focus': { outlineStyle: 'none' },
  },
  reportHeading: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    ':focus': { outlineStyle: 'none' },
  },
  /** A cause of concern is serious or systemic: it stands out before anything is read. */
  concern: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorPaletteRedBorderActive}`,
  },
  report: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(84px, max-content) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
    [narrow]: { display: 'flex', flexDirection: 'column' },
  },
  fact: {
    display: 'contents',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    [narrow]: { display: 'block' },
  },
  edit: {
    marginLeft: tokens.spacingHorizontalXS,
    '& button': { minWidth: 'auto', paddingLeft: '6px', paddingRight: '6px' },
    '@media print': { display: 'none' },
  },
  inlineButton: {
    paddingLeft: 0,
    marginLeft: 0,
    minWidth: 'auto',
    justifyContent: 'flex-start',
    '@media print': { display: 'none' },
  },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  strong: { fontWeight: tokens.fontWeightSemibold },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  sectionHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    '@media print': { '& button': { display: 'none' } },
  },
  sectionTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    breakAfter: 'avoid',
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  element: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  elementLabel: { minWidth: '2.5ch', color: tokens.colorNeutralForeground2 },
  elementText: { flex: '1 1 12rem', minWidth: 0, overflowWrap: 'anywhere' },
  elementStatus: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  derived: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  plainList: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    '@media print': { '& button:not(:has(*))': { display: 'none' } },
  },
  lineText: { flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' },
})
