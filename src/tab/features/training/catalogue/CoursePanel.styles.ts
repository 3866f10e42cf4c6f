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
  purpose: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '&:first-child': { borderTop: 'none' },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  summary: { cursor: 'pointer', minHeight: '24px', marginTop: tokens.spacingVerticalM },
  link: { color: tokens.colorBrandForegroundLink },
  linkLike: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    minHeight: '24px',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  day: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})
