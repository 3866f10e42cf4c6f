import { plainRole, type RoleTemplate } from './roleTemplate.ts'

function health(role: string, more: Partial<RoleTemplate> = {}): RoleTemplate {
  return { ...plainRole(role, 'partner', 'health'), required: true, ...more }
}

/**
 * Whom a Strategic Partner Safeguarding Exercise asks for: the leaders of the unit, and of health in its boroughs.
 * Education, children's and adult services are not among them, which the sector gaps point out.
 */
export const spaseRoles: readonly RoleTemplate[] = [
  {
    ...plainRole('Borough Commander', 'police', 'police'),
    ...{ required: true, panel: true, alsoCalled: ['BCU Commander', 'Chief Superintendent'] },
  },
  {
    ...plainRole('Superintendent or Temporary Superintendent', 'police', 'police'),
    ...{ required: true, each: true },
    alsoCalled: [
      'Superintendent',
      'T/Superintendent',
      'Temporary Superintendent',
      'Detective Superintendent',
    ],
  },
  health('Local authority Director of Public Health', {
    each: true,
    alsoCalled: ['Director of Public Health', 'DPH'],
  }),
  health('Safeguarding lead of the integrated care board (formerly CCG)', {
    each: true,
    alsoCalled: [
      'CCG Executive Director (Safeguarding)',
      'Safeguarding lead of the integrated care board',
      'Executive Director (Safeguarding)',
    ],
  }),
  health('Designated safeguarding doctor', {
    each: true,
    alsoCalled: ['Designated Doctor', 'Designated Doctor for Safeguarding'],
  }),
  health('Designated safeguarding nurse', {
    each: true,
    alsoCalled: ['Designated Nurse', 'Designated Nurse for Safeguarding'],
  }),
  health('Director of Nursing of an NHS trust', {
    ...{ required: false, each: true, condition: 'headquarters-in-unit' },
    alsoCalled: ['Director of Nursing', 'Chief Nurse'],
  }),
  health('NHS England Director of Nursing', { alsoCalled: ['NHSE Director of Nursing'] }),
  health('NHS England Medical Director', { alsoCalled: ['NHSE Medical Director'] }),
  health('NHS Improvement Director (Quality)', { alsoCalled: ['NHS England Director (Quality)'] }),
]
