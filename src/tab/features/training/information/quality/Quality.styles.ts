import { makeStyles, tokens } from '@fluentui/react-components'

/** How questions were answered: five pieces from no to yes, each with its number. */
export const useQualityStyles = makeStyles({
  ratings: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  rating: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 4.5rem',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    '@media (max-width: 480px)': {
      gridTemplateColumns: 'minmax(0, 1fr) 4.5rem',
      rowGap: tokens.spacingVerticalXS,
    },
  },
  spread: {
    display: 'flex',
    gap: '2px',
    '@media (max-width: 480px)': { gridColumn: '1 / -1', gridRow: '2' },
  },
  piece: {
    flex: '1 1 0',
    minWidth: 0,
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  bin: {
    height: '36px',
    display: 'flex',
    alignItems: 'flex-end',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  fill: {
    width: '100%',
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
    printColorAdjust: 'exact',
  },
  mean: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    textAlign: 'right',
  },
  quote: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
})
