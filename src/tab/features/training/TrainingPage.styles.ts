import { makeStyles, tokens } from '@fluentui/react-components'

/** The frame of the place: its parts above, the open one below with the rest of the room. */
export const useTrainingStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  parts: {
    display: 'flex',
    padding: `0 ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  part: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
})
