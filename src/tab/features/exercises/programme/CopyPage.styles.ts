import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 700px)'

/** Tables of dates; on a phone each row is a card. */
export const useCopyStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { fontWeight: tokens.fontWeightSemibold },
    [narrow]: {
      '& thead': { display: 'none' },
      '& tr': {
        display: 'block',
        padding: `${tokens.spacingVerticalS} 0`,
        borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      },
      '& th, & td': { display: 'block', border: 'none', padding: `2px ${tokens.spacingHorizontalS}` },
      '& td[data-label]::before': { content: 'attr(data-label) ": "', color: tokens.colorNeutralForeground2 },
    },
  },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  against: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '60ch' },
  stops: { color: tokens.colorStatusDangerForeground3 },
  paste: { '& textarea': { minHeight: '12rem' } },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 14rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  file: { display: 'none' },
  year: { maxWidth: '10rem' },
})
