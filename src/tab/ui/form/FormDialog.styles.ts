import { makeStyles, tokens } from '@fluentui/react-components'

const phone = '@media (max-width: 480px)'

/** The window of a decision; on a phone it takes the width of the screen. */
export const useDialogStyles = makeStyles({
  surface: {
    maxWidth: '36rem',
    maxHeight: '92dvh',
    overflowY: 'auto',
    [phone]: { padding: tokens.spacingHorizontalL },
  },
  body: { maxHeight: 'none' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, overflowY: 'visible' },
  // A list of choices would be as wide as the longest of them, which is wider than a phone.
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  preview: {
    padding: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  actions: { flexWrap: 'wrap' },
  conflict: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
  },
  scroller: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: tokens.spacingHorizontalXS,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
  },
})
