import { makeStyles, tokens } from '@fluentui/react-components'

/** How a standing looks: its icon and word tell it, the colour only helps. */
export const useStandingStyles = makeStyles({
  // The hidden word is placed within the mark: else it would make the page as long as the table is deep.
  mark: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  tentative: { color: tokens.colorStatusWarningForeground3 },
  silent: { color: tokens.colorNeutralForeground1 },
  'not-invited': { color: tokens.colorNeutralForeground2 },
  declined: { color: tokens.colorStatusDangerForeground3 },
  nobody: { color: tokens.colorStatusDangerForeground3 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})
