import { makeStyles, tokens } from '@fluentui/react-components'

/** Layout of the review of a year. */
export const useReviewStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  says: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    maxWidth: '60ch',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  text: { margin: 0, whiteSpace: 'pre-wrap', maxWidth: '80ch', overflowWrap: 'anywhere' },
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      verticalAlign: 'middle',
      textAlign: 'left',
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums' },
  track: {
    position: 'relative',
    width: '10rem',
    height: '14px',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (max-width: 600px)': { width: '5rem' },
  },
  there: { height: '100%', backgroundColor: tokens.colorStatusSuccessForeground1 },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  gaps: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})
