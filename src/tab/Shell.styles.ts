import { makeStyles, tokens } from '@fluentui/react-components'

/** Layout of the frame around every page. */
export const useShellStyles = makeStyles({
  // On paper there is no window to scroll in: everything takes the room that it needs.
  shell: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    '@media print': { display: 'block', height: 'auto' },
  },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: '-100px',
    '@media print': { display: 'none' },
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: tokens.spacingVerticalS },
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    '@media print': { display: 'none' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 480px)': { paddingTop: 0 },
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus': { outlineStyle: 'none' },
    '@media print': { overflow: 'visible' },
  },
  panel: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    '@media print': { display: 'block', height: 'auto' },
  },
  heading: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
})
