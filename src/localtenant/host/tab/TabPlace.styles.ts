import { makeStyles, tokens } from '@fluentui/react-components'

export const useTabStyles = makeStyles({
  place: { position: 'relative', height: '100%', display: 'flex' },
  frame: { border: 'none', width: '100%', height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  dialogBody: { padding: 0, maxWidth: '96vw' },
  dialogHead: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: tokens.spacingHorizontalM,
  },
  dialogFrame: { border: 'none', display: 'block', width: '100%' },
})
