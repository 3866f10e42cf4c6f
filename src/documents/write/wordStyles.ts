import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'
import { type OwnStyle, ownStyles } from '../ownLayout.ts'

/** The id under which Word knows a style of ours: its name without spaces. */
export function styleId(name: OwnStyle | FrontStyle): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** Styles of what stands before the reports and in a brief; nothing of it is read again. */
export const frontStyles = {
  heading: 'Front heading',
  briefHeading: 'Brief heading',
  text: 'Front text',
  bullet: 'Front bullet',
  small: 'Front small',
  note: 'Front note',
  tableHead: 'Table heading',
} as const
export type FrontStyle = (typeof frontStyles)[keyof typeof frontStyles]

const bulletReference = 'register-bullets'
/** Makes a paragraph a list item; said at each, since not every program takes it from a style. */
export const asListItem = { reference: bulletReference, level: 0 }
const font = 'Arial'

/** Word's own bullets, hanging, for the styles of list items. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: bulletReference,
      levels: [
        {
          ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
          style: { paragraph: { indent: { left: 260, hanging: 200 } } },
        },
      ],
    },
  ],
}

type Look = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>

const cell: Look = { run: { size: 18 }, paragraph: { spacing: { after: 60 } } }
const body: Look = { run: { size: 20 }, paragraph: { spacing: { after: 120 } } }
const small: Look = { run: { size: 18 }, paragraph: { spacing: { after: 60 } } }
const bold: Look = { run: { size: 18, bold: true }, paragraph: { spacing: { after: 60 } } }

const looks: Readonly<Record<OwnStyle | FrontStyle, Look>> = {
  [ownStyles.reportType]: { run: { size: 22 }, paragraph: { keepNext: true } },
  [ownStyles.reportPublished]: {
    run: { size: 22 },
    paragraph: { keepNext: true, spacing: { after: 120 } },
  },
  [ownStyles.reportCount]: {
    run: { size: 20, bold: true },
    paragraph: { keepNext: true, spacing: { after: 120 } },
  },
  [ownStyles.countNote]: {
    run: { size: 20, italics: true },
    paragraph: { keepNext: true, spacing: { after: 120 } },
  },
  [ownStyles.reportNarrative]: body,
  [ownStyles.number]: bold,
  [ownStyles.kind]: { run: { size: 18 }, paragraph: { spacing: { after: 60 }, keepNext: true } },
  [ownStyles.text]: cell,
  [ownStyles.textBullet]: cell,
  [ownStyles.undivided]: cell,
  [ownStyles.status]: bold,
  [ownStyles.due]: cell,
  [ownStyles.comment]: cell,
  [ownStyles.commentBullet]: cell,
  [ownStyles.partLine]: cell,
  [ownStyles.partLineBullet]: cell,
  [ownStyles.partLabel]: cell,
  [ownStyles.partText]: cell,
  [ownStyles.partStatus]: bold,
  [ownStyles.partComment]: cell,
  [ownStyles.blank]: cell,
  [frontStyles.heading]: {
    run: { size: 28, bold: true },
    paragraph: { outlineLevel: 0, keepNext: true, spacing: { before: 240, after: 120 } },
  },
  [frontStyles.briefHeading]: {
    run: { size: 20, bold: true },
    paragraph: { outlineLevel: 0, keepNext: true, spacing: { before: 60, after: 0 } },
  },
  [frontStyles.text]: body,
  [frontStyles.bullet]: { run: { size: 17 }, paragraph: { spacing: { after: 0 } } },
  [frontStyles.small]: small,
  [frontStyles.note]: { ...small, paragraph: { spacing: { before: 80, after: 60 } } },
  [frontStyles.tableHead]: { run: { size: 18, bold: true }, paragraph: { keepNext: true } },
}

/** All styles of a paper. The language is British English, for spelling and for screen readers. */
export const styles: IStylesOptions = {
  default: {
    document: { run: { font, size: 20, language: { value: 'en-GB', eastAsia: 'en-GB' } } },
    title: { run: { font, size: 36, bold: true, color: '000000' }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { font, size: 28, bold: true, color: '000000' },
      paragraph: { keepNext: true, spacing: { before: 360, after: 60 } },
    },
  },
  paragraphStyles: Object.entries(looks).map(([name, look]) => ({
    ...{ id: styleId(name as OwnStyle), name, basedOn: 'Normal', quickFormat: true },
    ...look,
  })),
}
