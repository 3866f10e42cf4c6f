import { tokens } from '@fluentui/react-components'

// Fluent's tokens are CSS variables, so one configuration follows every theme without drawing the card again.
const colours = {
  default: { default: tokens.colorNeutralForeground1, subtle: tokens.colorNeutralForeground2 },
  dark: { default: tokens.colorNeutralForeground1, subtle: tokens.colorNeutralForeground2 },
  light: { default: tokens.colorNeutralForeground2, subtle: tokens.colorNeutralForeground2 },
  accent: { default: tokens.colorBrandForeground1, subtle: tokens.colorBrandForeground1 },
  good: { default: tokens.colorStatusSuccessForeground1, subtle: tokens.colorStatusSuccessForeground1 },
  warning: { default: tokens.colorStatusWarningForeground1, subtle: tokens.colorStatusWarningForeground1 },
  attention: { default: tokens.colorStatusDangerForeground1, subtle: tokens.colorStatusDangerForeground1 },
}

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours })

/** How Adaptive Cards look in a Teams chat. */
export const cardHostConfig = {
  fontFamily: tokens.fontFamilyBase,
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container(tokens.colorNeutralBackground3),
    accent: container(tokens.colorBrandBackground2),
    good: container(tokens.colorStatusSuccessBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
    attention: container(tokens.colorStatusDangerBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: {
      requiredInputs: { weight: 'bolder', suffix: ' (required)', suffixColor: 'default' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small', weight: 'default' },
  },
  // The place has the window's second heading; what is in a card comes below it.
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { weight: 'default', wrap: true },
    spacing: 12,
  },
}
