import { makeStyles, tokens } from '@fluentui/react-components'

/** Squares of one unit touch; between units there is a gap. */
const gap = '3px'

/** A map of equal squares. */
export const useMapStyles = makeStyles({
  map: {
    display: 'grid',
    gridTemplateColumns: 'repeat(8, minmax(0, 1fr))',
    containerType: 'inline-size',
  },
  cell: { aspectRatio: '1', minWidth: 0, padding: gap, boxSizing: 'border-box' },
  square: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '1px',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: 0,
    font: 'inherit',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    textAlign: 'center',
    overflow: 'hidden',
    cursor: 'pointer',
  },
  alone: { cursor: 'default' },
  name: { '@container (max-width: 32rem)': { display: 'none' } },
  code: {
    display: 'none',
    '@container (max-width: 32rem)': { display: 'inline', fontWeight: tokens.fontWeightSemibold },
  },
  day: { whiteSpace: 'nowrap', '@container (max-width: 32rem)': { display: 'none' } },
  pointed: {
    outline: `${tokens.strokeWidthThicker} solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-3px',
  },
})
