import { makeStyles, tokens } from '@fluentui/react-components'

const phone = '@media (max-width: 480px)'

/** The frame of the exercises' pages, and their rows. */
export const useExercisesStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
    maxWidth: '1200px',
    margin: '0 auto',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
    [phone]: { padding: tokens.spacingHorizontalM },
    '@media print': { padding: 0, maxWidth: 'none' },
  },
  tabs: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    flexWrap: 'wrap',
    '@media print': { display: 'none' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
    [phone]: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  part: { minWidth: 0 },
  month: {
    display: 'grid',
    gridTemplateColumns: '9.5rem 1fr',
    columnGap: tokens.spacingHorizontalL,
    maxWidth: '76rem',
    paddingBottom: tokens.spacingVerticalM,
    '@media (max-width: 900px)': { gridTemplateColumns: '1fr', rowGap: tokens.spacingVerticalS },
  },
  monthBeside: { gridTemplateColumns: '1fr', rowGap: tokens.spacingVerticalS },
  monthTitle: {
    margin: 0,
    paddingTop: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  row: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    width: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    textAlign: 'left',
    font: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    // The background stays: in the contrast theme a filled row would need every colour in it changed.
    ':hover': {
      boxShadow: tokens.shadow8,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  rowAcross: {
    '@media (min-width: 900px)': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 5fr) 11rem minmax(0, 4fr)',
      columnGap: tokens.spacingHorizontalXL,
      alignItems: 'center',
      paddingTop: tokens.spacingVerticalS,
      paddingBottom: tokens.spacingVerticalS,
    },
  },
  what: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  rowOpen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 4px 0 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
      boxShadow: `inset 4px 0 0 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  date: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  unit: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  stateWord: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})
