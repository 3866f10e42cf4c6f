import { makeStyles, tokens } from '@fluentui/react-components'

/** Lines of the register. */
export const useListStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  canvas: { display: 'block', position: 'relative', width: '100%' },
  body: { display: 'block' },
  line: {
    display: 'block',
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    boxSizing: 'border-box',
    cursor: 'pointer',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  report: { paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalXS },
  reportCell: { padding: 0, display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  chevron: { flexShrink: 0, paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  reportText: { minWidth: 0, flexGrow: 1 },
  reportTitle: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  claim: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    fontStyle: 'italic',
  },
  row: { paddingBottom: tokens.spacingVerticalXS },
  card: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Not the hover background: in the contrast theme it would need other text colours.
    ':hover': { boxShadow: tokens.shadow4 },
  },
  cardOpen: {
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  reference: { fontWeight: tokens.fontWeightSemibold },
  inferred: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  text: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    margin: `${tokens.spacingVerticalXXS} 0`,
  },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  soon: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
})
