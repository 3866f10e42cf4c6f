import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 700px)'
const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`

/** The paper on the screen as it prints: a sheet with its tables; on a phone each row stands on its own. */
export const usePreviewStyles = makeStyles({
  sheet: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    [narrow]: { padding: tokens.spacingHorizontalM },
    '@media print': { padding: 0, border: 'none', display: 'block' },
  },
  marking: { textAlign: 'center', fontWeight: tokens.fontWeightSemibold, margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  key: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    rowGap: tokens.spacingVerticalXS,
    columnGap: tokens.spacingHorizontalM,
  },
  meaning: { margin: 0 },
  report: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 480px',
    '@media print': { contentVisibility: 'visible', marginTop: tokens.spacingVerticalL },
  },
  reportTitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  paragraph: { margin: 0 },
  claims: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    alignItems: 'flex-start',
  },
  claim: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    overflowWrap: 'anywhere',
    '& th, & td': {
      border: line,
      textAlign: 'left',
      verticalAlign: 'top',
      padding: tokens.spacingHorizontalS,
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
    '& thead': { '@media print': { display: 'table-header-group' } },
    '& tr': { '@media print': { breakInside: 'avoid' } },
    [narrow]: {
      display: 'block',
      '& thead': { display: 'none' },
      '& tbody, & tr, & td, & th': { display: 'block', border: 'none' },
      '& tr': { borderTop: line, paddingTop: tokens.spacingVerticalS },
      '& td, & th': { padding: `${tokens.spacingVerticalXXS} 0` },
    },
    '@media print': { fontSize: '9pt', lineHeight: '1.3' },
  },
  number: { width: '4rem', [narrow]: { width: 'auto' } },
  status: { width: '7rem', [narrow]: { width: 'auto' } },
  due: { width: '9rem', [narrow]: { width: 'auto' } },
  kind: { textDecorationLine: 'underline' },
  entries: { margin: 0, padding: 0, listStyleType: 'none' },
  part: { marginTop: tokens.spacingVerticalS },
})
