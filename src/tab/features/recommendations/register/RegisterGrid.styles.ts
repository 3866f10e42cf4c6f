import { makeStyles, tokens } from '@fluentui/react-components'

/** Heights of the grid's lines in pixels; fixed, so that a line's place is known without drawing those before it. */
export const heights = { head: 36, group: 44, dense: 34, comfortable: 58 } as const

/** The grid of the register. */
export const useGridStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  table: { display: 'block', width: '100%', borderSpacing: 0 },
  head: {
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  headRow: { display: 'grid', alignItems: 'center', height: `${heights.head}px` },
  headCell: { padding: 0, minWidth: 0, textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  headButton: {
    justifyContent: 'flex-start',
    width: '100%',
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  body: { display: 'block', position: 'relative' },
  line: {
    display: 'grid',
    alignItems: 'center',
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    boxSizing: 'border-box',
    cursor: 'pointer',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  row: { ':hover': { boxShadow: `inset 3px 0 0 ${tokens.colorNeutralStroke1Hover}` } },
  chosen: {
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  group: { backgroundColor: tokens.colorNeutralBackground2 },
  groupCell: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
  groupTitle: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  chevron: { flexShrink: 0, display: 'flex', color: tokens.colorNeutralForeground2 },
  cell: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    minWidth: 0,
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  tickCell: { padding: 0, display: 'flex', justifyContent: 'center' },
  // The browser's own: thirty of Fluent's would be most of the work of drawing the grid.
  tick: {
    width: '16px',
    height: '16px',
    margin: 0,
    cursor: 'pointer',
    accentColor: tokens.colorBrandBackground,
  },
  clampOne: { whiteSpace: 'nowrap', textOverflow: 'ellipsis', overflow: 'hidden' },
  clampTwo: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  left: { color: tokens.colorNeutralForeground2, '::before': { content: '" · "' } },
  overdue: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': { content: '" · "' },
  },
})
