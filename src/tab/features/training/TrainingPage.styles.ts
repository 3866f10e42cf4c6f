import { makeStyles, tokens } from '@fluentui/react-components'

const phone = '@media (max-width: 480px)'

/** The frame of the place: its parts above, the open one below with the rest of the room. */
export const useTrainingStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  parts: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    flexShrink: 0,
    overflowX: 'auto',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [phone]: { padding: 0 },
  },
  part: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
})
