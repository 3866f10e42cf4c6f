import { makeStyles, tokens } from '@fluentui/react-components'

/** Layout of the people of an exercise: one line each, stacked where it is narrow. */
export const useInviteeStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  invitee: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 4.5rem 8rem',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    '@media (max-width: 1000px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalXXS,
    },
  },
  line: { overflowWrap: 'anywhere', '@media (max-width: 480px)': { gridColumn: '1 / -1' } },
  missing: {
    borderLeftColor: tokens.colorStatusDangerForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  role: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, display: 'block' },
  nobody: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  answer: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  tentative: { color: tokens.colorStatusWarningForeground3 },
  declined: { color: tokens.colorStatusDangerForeground3 },
  none: { color: tokens.colorNeutralForeground2 },
})
