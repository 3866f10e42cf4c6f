import { makeStyles, tokens } from '@fluentui/react-components'

const field = {
  boxSizing: 'border-box',
  width: '100%',
  padding: `6px ${tokens.spacingHorizontalS}`,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
} as const

/** Dresses the plain HTML of Microsoft's card renderer as Fluent. */
export const useCardStyles = makeStyles({
  card: {
    maxWidth: '520px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    '& .ac-adaptiveCard': { outline: 'none' },
    '& .ac-actionSet, & .ac-actionSet > div': { flexWrap: 'wrap !important', rowGap: '8px' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-input': { ...field },
    '& textarea.ac-input': { minHeight: '84px', resize: 'vertical' },
    '& .ac-toggleInput, & .ac-choiceSetInput-expanded, & .ac-choiceSetInput-multiSelect': {
      width: 'auto',
      border: 'none',
      padding: 0,
      backgroundColor: 'transparent',
    },
    '& input[type="radio"], & input[type="checkbox"]': {
      width: 'auto',
      accentColor: tokens.colorCompoundBrandBackground,
    },
    '& .ac-input-validation-failed': { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
    '& .ac-pushButton': {
      minHeight: '32px',
      padding: `5px ${tokens.spacingHorizontalM}`,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
    },
    '& .ac-pushButton:hover': {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    '& .ac-pushButton.style-positive, & .ac-pushButton.primary': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorBrandBackground}`,
    },
    '& .ac-pushButton.style-positive:hover, & .ac-pushButton.primary:hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundHover,
    },
    '& .ac-pushButton.style-destructive': { color: tokens.colorStatusDangerForeground1 },
    '& .ac-pushButton:focus-visible, & .ac-input:focus-visible, & input:focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  sending: { opacity: 0.6, pointerEvents: 'none' },
})
