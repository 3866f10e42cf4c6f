import { makeStyles, tokens } from '@fluentui/react-components'

const light = tokens.colorNeutralBackground1

/** A colour and a pattern for each status, so that neither a printer nor an eye needs the colour. */
export const useStatusLooks = makeStyles({
  base: { printColorAdjust: 'exact', forcedColorAdjust: 'none' },
  RED: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    backgroundImage: `repeating-linear-gradient(45deg, transparent 0 5px, ${light} 5px 7px)`,
  },
  AMBER: {
    backgroundColor: tokens.colorPaletteMarigoldBackground3,
    backgroundImage: `radial-gradient(circle, ${tokens.colorNeutralForeground1} 1.2px, transparent 1.5px)`,
    backgroundSize: '8px 8px',
  },
  WHITE: {
    backgroundColor: light,
    boxShadow: `inset 0 0 0 ${tokens.strokeWidthThin} ${tokens.colorNeutralStrokeAccessible}`,
  },
  'NEW GREEN': {
    backgroundColor: tokens.colorPaletteGreenBackground3,
    backgroundImage: `repeating-linear-gradient(90deg, transparent 0 5px, ${light} 5px 7px)`,
  },
  GREEN: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  CLOSED: {
    backgroundColor: tokens.colorNeutralForeground3,
    backgroundImage: `repeating-linear-gradient(0deg, transparent 0 4px, ${light} 4px 5px)`,
  },
})
