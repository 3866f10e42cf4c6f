import { makeStyles, tokens } from '@fluentui/react-components'

/** Layout of the window that invites to several exercises. */
export const useManyStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  about: { margin: 0, color: tokens.colorNeutralForeground2 },
  unit: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  names: { margin: `0 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXL}` },
  details: {
    marginLeft: tokens.spacingHorizontalXXL,
    '& summary': { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
    '& p': { margin: `${tokens.spacingVerticalXS} 0` },
  },
})
