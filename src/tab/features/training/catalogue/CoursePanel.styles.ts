import { makeStyles, tokens } from '@fluentui/react-components'

/** Layout of one opened course. */
export const useCourseStyles = makeStyles({
  panel: { maxWidth: '52rem', lineHeight: tokens.lineHeightBase300 },
  title: {
    margin: `0 3rem ${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  about: { margin: 0, maxWidth: '70ch', whiteSpace: 'pre-wrap' },
  heading: {
    margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  runs: { listStyleType: 'none', margin: 0, padding: 0 },
  run: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  day: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})
